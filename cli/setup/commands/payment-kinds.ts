import {
  PAYMENT_OBJECT,
  HUBSPOT_PAYMENT_SCOPES,
  paymentPropertyInputs,
  paymentRecordTexts,
  RUN_LOG_SCOPES,
} from '@stripe-payments/core';
import { SyncError } from '@stripe-payments/sync';
import type { KeptInPayments, PaymentObject } from '@stripe-payments/sync/setup';
import type { Section } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import type { CustomObject, ObjectRequest } from './custom-object.ts';
import { changeCustomObject } from './custom-object.ts';
import {
  countCharges,
  estimateLines,
  paymentObject,
  planLines,
  stateLines,
} from './payment-records.ts';
import { findings, leftovers } from './payment-trial.ts';

/** What a person may want of payment records; null to tell how it is. */
export type PaymentChoice = 'custom-object' | 'hubspot-payments' | 'off' | 'clean-up' | null;

/** How both kinds are. The object is null where its scopes are not granted. */
interface Kinds {
  readonly payments: KeptInPayments;
  readonly object: PaymentObject | null;
}

async function readKinds({ ports }: Context): Promise<Kinds> {
  const { paymentObject: admin, hubSpotPayments } = ports();
  const payments = await hubSpotPayments.read();
  try {
    return { payments, object: await admin.read() };
  } catch (error) {
    const isWithoutScope = error instanceof SyncError && error.code === 'hubspot-permission';
    if (!isWithoutScope || payments.status !== 'on') throw error;
    return { payments, object: null };
  }
}

const pluralOf = ({ ports }: Context): string =>
  paymentRecordTexts(ports().schema.language).object.plural;

/** How many are in HubSpot's Payments, and what is missing there. */
function paymentsLines({ presentation }: Context, { payments, object }: Kinds): Section {
  const { paymentRecords: labels } = presentation.texts.terminal;
  if (payments.status !== 'on') {
    return [paragraph(object?.status === 'present' ? labels.notInPayments : labels.absent)];
  }
  const { records, deleted, missingProperties } = payments;
  return [
    labels.present,
    labels.inPayments,
    ...(records === null ? [] : [labels.inHubSpot(records)]),
    ...(deleted === null || deleted === 0 ? [] : [labels.deleted(deleted)]),
    ...(missingProperties.length === 0
      ? []
      : [labels.incompletePayments(missingProperties.length)]),
  ].map((text) => paragraph(text));
}

/** What is there of the kind that is not in use. */
function unusedLines(context: Context, { payments, object }: Kinds): Section {
  const { paymentRecords: labels } = context.presentation.texts.terminal;
  const isObjectLeft = payments.status === 'on' && object?.status === 'present';
  if (isObjectLeft) {
    const text = labels.leftInObject(pluralOf(context), object.records);
    return [paragraph(text, { tone: 'attention' })];
  }
  return payments.status === 'off' && payments.records !== 0
    ? [paragraph(labels.leftInPayments(payments.records), { tone: 'attention' })]
    : [];
}

/** Tries, and says why not where HubSpot refuses. */
async function tryFirst(context: Context): Promise<Section | null> {
  const { crm, tryPayment } = context.ports();
  const { currency } = await crm.account();
  const trial = await tryPayment(currency.toUpperCase());
  if (trial.status === 'accepted' && !trial.left.isPayment) return null;
  const { paymentRecords: labels } = context.presentation.texts.terminal;
  return [
    ...findings(context, trial),
    ...leftovers(context, trial),
    ...(trial.status === 'refused' ? [paragraph(labels.notOnPayments)] : []),
  ];
}

/** HubSpot's Payments as the place of payment records. */
function inPayments(context: Context): CustomObject {
  const { presentation, ports } = context;
  const { paymentRecords: labels } = presentation.texts.terminal;
  return {
    action: 'payment-records',
    scopes: HUBSPOT_PAYMENT_SCOPES,
    name: PAYMENT_OBJECT,
    labels,
    async look() {
      const { hubSpotPayments, paymentObject: admin, stripe, schema } = ports();
      const [payments, object, charges] = await Promise.all([
        hubSpotPayments.read(),
        admin.read().catch(() => null),
        countCharges(stripe),
      ]);
      if (payments.status === 'no-access') throw new SyncError('hubspot-permission');
      const isOn = payments.status === 'on';
      const inputs = paymentPropertyInputs(schema.language, 'hubspot-payments');
      const isTest = !(stripe instanceof SyncError) && stripe.mode === 'test';
      const plan: Section = [
        paragraph(labels.willCreateOnPayments(inputs.length)),
        paragraph(inputs.map(({ label }) => label).join(', '), { depth: 1, tone: 'faint' }),
        ...estimateLines(context, null, charges),
        paragraph(labels.counts),
        ...(isTest ? [paragraph(labels.testMode, { tone: 'attention' })] : []),
        paragraph(labels.currencies),
        ...(isOn ? [] : [paragraph(labels.triesFirst)]),
        paragraph(labels.howOff),
      ];
      const left =
        object?.status === 'present'
          ? [paragraph(labels.leftInObject(pluralOf(context), object.records))]
          : [];
      return {
        isOn,
        isDone: () => isOn && payments.missingProperties.length === 0,
        state: paymentsLines(context, { payments, object }),
        plan: () => [plan, left],
        refusal: null,
        json: { kind: 'hubspot-payments', payments, charges },
      };
    },
    async turnOn() {
      const { hubSpotPayments } = ports();
      const { status } = await hubSpotPayments.read();
      const refusal = status === 'on' ? null : await tryFirst(context);
      if (refusal === null) await hubSpotPayments.turnOn();
      return refusal;
    },
    turnOff: () => Promise.resolve(),
  };
}

/** Deletes both kinds, or only the one that is not in use. */
function deleted(context: Context, which: 'both' | 'unused'): CustomObject {
  const { presentation, ports } = context;
  const { paymentRecords: labels } = presentation.texts.terminal;
  const inUse = ({ payments }: Kinds) => (payments.status === 'on' ? 'payments' : 'object');
  const hasPayments = (kinds: Kinds): boolean => {
    const { payments } = kinds;
    const isThere =
      payments.status === 'on' || (payments.status === 'off' && payments.records !== 0);
    return isThere && (which === 'both' || inUse(kinds) !== 'payments');
  };
  const hasObject = (kinds: Kinds): boolean => {
    const isThere = kinds.object !== null && kinds.object.status !== 'absent';
    return isThere && (which === 'both' || inUse(kinds) !== 'object');
  };
  return {
    action: 'payment-records',
    scopes: RUN_LOG_SCOPES,
    name: PAYMENT_OBJECT,
    labels: which === 'both' ? labels : { ...labels, turnedOff: labels.cleanedUp },
    async look(wanted) {
      const kinds = await readKinds(context);
      const { payments, object } = kinds;
      const charges = wanted === null ? await countCharges(ports().stripe) : null;
      const ofObject = object === null ? [] : stateLines(context, object);
      const state =
        payments.status === 'on' ? paymentsLines(context, { payments, object }) : ofObject;
      const isNothing = !hasPayments(kinds) && !hasObject(kinds);
      const deletes: Section = [
        ...(hasPayments(kinds) && payments.status !== 'no-access'
          ? [paragraph(labels.willDeletePayments(payments.records), { tone: 'attention' })]
          : []),
        ...(hasObject(kinds)
          ? [paragraph(labels.willDelete(pluralOf(context)), { tone: 'attention' })]
          : []),
      ];
      return {
        isOn: payments.status === 'on' || object?.status === 'present',
        isDone: () => isNothing,
        state: [
          ...(which === 'unused' && isNothing ? [paragraph(labels.noneLeft)] : state),
          ...(wanted === 'off' ? [] : unusedLines(context, kinds)),
        ],
        plan: (each) =>
          each === 'off'
            ? [deletes, [paragraph(labels.lost), paragraph(labels.stays)]]
            : [
                object === null ? [] : planLines(context, object, charges),
                [
                  paragraph(labels.howPayments),
                  paragraph(presentation.texts.terminal.paymentTrial.howTo),
                ],
              ],
        refusal:
          hasObject(kinds) && object?.status === 'of-others'
            ? labels.ofOthers(PAYMENT_OBJECT)
            : null,
        json: {
          kind: payments.status === 'on' ? 'hubspot-payments' : 'custom-object',
          object,
          payments,
          charges,
        },
      };
    },
    turnOn: () => Promise.resolve(null),
    async turnOff(onDeleted) {
      const kinds = await readKinds(context);
      const { hubSpotPayments, paymentObject: admin } = ports();
      if (hasPayments(kinds)) await hubSpotPayments.turnOff(onDeleted);
      if (hasObject(kinds)) await admin.turnOff(onDeleted);
    },
  };
}

/** Tells where payment records are kept, keeps them in one of the places, or deletes what was made. */
export function changePaymentRecords(
  context: Context,
  choice: PaymentChoice,
  confirmed: Omit<ObjectRequest, 'state'>,
): Promise<ExitCode> {
  switch (choice) {
    case 'custom-object':
      return changeCustomObject(context, paymentObject(context), { ...confirmed, state: 'on' });
    case 'hubspot-payments':
      return changeCustomObject(context, inPayments(context), { ...confirmed, state: 'on' });
    case 'off':
      return changeCustomObject(context, deleted(context, 'both'), { ...confirmed, state: 'off' });
    case 'clean-up':
      return changeCustomObject(context, deleted(context, 'unused'), {
        ...confirmed,
        state: 'off',
      });
    case null:
      return changeCustomObject(context, deleted(context, 'both'), { ...confirmed, state: null });
  }
}
