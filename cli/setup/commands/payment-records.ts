import {
  PAYMENT_OBJECT,
  paymentPropertyInputs,
  paymentRecordTexts,
  RUN_LOG_SCOPES,
} from '@stripe-payments/core';
import { SyncError } from '@stripe-payments/sync';
import type {
  ChargeCount,
  KeptInPayments,
  PaymentObject,
  SetupPorts,
} from '@stripe-payments/sync/setup';
import type { Section } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import type { Context } from '../context.ts';
import type { CustomObject } from './custom-object.ts';

/** True where there is nothing left to create. */
const isComplete = (object: PaymentObject): boolean =>
  object.status === 'present' &&
  object.missingProperties.length + object.missingAssociations.length === 0;

/** What the account has, and which of its limits payment records count against. */
export function stateLines({ presentation }: Context, object: PaymentObject): Section {
  const { paymentRecords: labels } = presentation.texts.terminal;
  const { limits } = object;
  const room = [
    ...(limits.objects === null
      ? []
      : [labels.objects(limits.objects.usage, limits.objects.limit)]),
    ...(limits.records === null ? [] : [labels.room(limits.records.usage, limits.records.limit)]),
  ];
  const said = (): readonly string[] => {
    switch (object.status) {
      case 'absent':
        return [labels.absent];
      case 'archived':
        return [labels.archived];
      case 'of-others':
        return [labels.ofOthers(PAYMENT_OBJECT)];
      case 'present': {
        const { records, deleted, missingProperties, missingAssociations } = object;
        return [
          labels.present,
          ...(records === null ? [] : [labels.inHubSpot(records)]),
          ...(deleted === null || deleted === 0 ? [] : [labels.deleted(deleted)]),
          ...(isComplete(object)
            ? []
            : [labels.incomplete(missingProperties.length, missingAssociations.length)]),
        ];
      }
    }
  };
  return [...said(), ...room].map((text) => paragraph(text));
}

/** Null where Stripe does not tell: a plan without it is still a plan. */
export async function countCharges(stripe: SetupPorts['stripe']): Promise<ChargeCount | null> {
  if (stripe instanceof SyncError) return null;
  try {
    return await stripe.chargeCount();
  } catch (error) {
    if (error instanceof SyncError) return null;
    throw error;
  }
}

/** How many records there would be, and whether the account has room for them. */
export function estimateLines(
  { presentation }: Context,
  object: PaymentObject | null,
  charges: ChargeCount | null,
): Section {
  const { paymentRecords: labels } = presentation.texts.terminal;
  if (charges === null) return [paragraph(labels.noEstimate)];
  const own = object?.status === 'present' ? (object.records ?? 0) : 0;
  const records = object?.limits.records ?? null;
  const room = records === null ? null : records.limit - records.usage + own;
  // Where the charges are not all counted, neither are these.
  const ofHubSpot = charges.isAll ? (charges.ofHubSpot ?? 0) : 0;
  const isTooMany = room !== null && charges.count - ofHubSpot > room;
  return [
    paragraph(labels.estimate(charges.count, charges.isAll)),
    ...(ofHubSpot === 0 ? [] : [paragraph(labels.ofHubSpot(ofHubSpot))]),
    ...(isTooMany ? [paragraph(labels.tooMany(room), { tone: 'attention' })] : []),
  ];
}

/** What of the other kind stays where payment records move to the custom object. */
function leftLines({ presentation }: Context, payments: KeptInPayments): Section {
  const { paymentRecords: labels } = presentation.texts.terminal;
  const isLeft = payments.status === 'on' || (payments.status === 'off' && payments.records !== 0);
  return isLeft ? [paragraph(labels.leftInPayments(payments.records), { tone: 'attention' })] : [];
}

export function planLines(
  context: Context,
  object: PaymentObject,
  charges: ChargeCount | null,
): Section {
  const { presentation, ports } = context;
  const { paymentRecords: labels } = presentation.texts.terminal;
  const { language } = ports().schema;
  const { object: names } = paymentRecordTexts(language);
  const inputs = paymentPropertyInputs(language, 'custom-object');
  return [
    paragraph(labels.willCreate(names.plural, inputs.length)),
    paragraph(inputs.map(({ label }) => label).join(', '), { depth: 1, tone: 'faint' }),
    ...estimateLines(context, object, charges),
    paragraph(labels.howOff),
  ];
}

/** The custom object of payment records. */
export function paymentObject(context: Context): CustomObject {
  const { presentation, ports } = context;
  const { paymentRecords: labels } = presentation.texts.terminal;
  return {
    action: 'payment-records',
    scopes: RUN_LOG_SCOPES,
    name: PAYMENT_OBJECT,
    labels,
    async look(wanted) {
      const { paymentObject: admin, hubSpotPayments, stripe, schema } = ports();
      const [object, payments, charges] = await Promise.all([
        admin.read(),
        hubSpotPayments.read(),
        wanted === 'off' ? null : countCharges(stripe),
      ]);
      const { plural } = paymentRecordTexts(schema.language).object;
      return {
        isOn: object.status === 'present',
        isDone: (state) =>
          state === 'on'
            ? isComplete(object) && payments.status !== 'on'
            : object.status === 'absent',
        state: stateLines(context, object),
        plan: (state) =>
          state === 'off'
            ? [
                [
                  paragraph(labels.willDelete(plural), { tone: 'attention' }),
                  paragraph(labels.lost),
                  paragraph(labels.stays),
                ],
              ]
            : [planLines(context, object, charges), leftLines(context, payments)],
        refusal: object.status === 'of-others' ? labels.ofOthers(PAYMENT_OBJECT) : null,
        json: { object, charges },
      };
    },
    async turnOn() {
      const { paymentObject: admin, hubSpotPayments } = ports();
      await admin.turnOn();
      if ((await hubSpotPayments.read()).status === 'on') await hubSpotPayments.leave();
      return null;
    },
    turnOff: (onDeleted) => ports().paymentObject.turnOff(onDeleted),
  };
}
