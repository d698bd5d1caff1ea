import {
  PAYMENT_OBJECT,
  paymentPropertyInputs,
  paymentRecordTexts,
  RUN_LOG_SCOPES,
} from '@stripe-payments/core';
import { SyncError } from '@stripe-payments/sync';
import type { PaymentObject } from '@stripe-payments/sync/setup';
import type { Section } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import type { Context } from '../context.ts';
import { fail, refuse } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { EXIT } from '../exit-code.ts';
import { isAgreed } from './agreement.ts';

type Wanted = 'on' | 'off';

/** True where there is nothing left to create. */
const isComplete = (object: PaymentObject): boolean =>
  object.status === 'present' &&
  object.missingProperties.length + object.missingAssociations.length === 0;

/** What the account has, and which of its limits payment records count against. */
function stateLines({ presentation }: Context, object: PaymentObject): Section {
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
        const { records, missingProperties, missingAssociations } = object;
        return [
          labels.present,
          ...(records === null ? [] : [labels.inHubSpot(records)]),
          ...(isComplete(object)
            ? []
            : [labels.incomplete(missingProperties.length, missingAssociations.length)]),
        ];
      }
    }
  };
  return [...said(), ...room].map((text) => paragraph(text));
}

function planLines({ presentation, ports }: Context, wanted: Wanted): Section {
  const { paymentRecords: labels } = presentation.texts.terminal;
  const { language } = ports().schema;
  const { plural } = paymentRecordTexts(language).object;
  return wanted === 'off'
    ? [paragraph(labels.willDelete(plural), { tone: 'attention' })]
    : [paragraph(labels.willCreate(plural, paymentPropertyInputs(language).length))];
}

async function turn({ printer, presentation, ports }: Context, wanted: Wanted): Promise<ExitCode> {
  const { paymentRecords: labels } = presentation.texts.terminal;
  let deleted = 0;
  if (wanted === 'on') await ports().paymentObject.turnOn();
  else {
    await ports().paymentObject.turnOff((records) => {
      deleted += records;
    });
  }
  const said = wanted === 'on' ? labels.turnedOn : labels.turnedOff(deleted);
  printer.finish({
    sections: [[paragraph(said, { tone: 'good' })]],
    json: { ok: true, action: 'payment-records', state: wanted, deleted },
  });
  return EXIT.done;
}

async function change(
  context: Context,
  wanted: Wanted | null,
  isConfirmed: boolean,
): Promise<ExitCode> {
  const { printer, presentation, terminal, ports } = context;
  const { paymentRecords: labels, apply } = presentation.texts.terminal;
  const object = await ports().paymentObject.read();
  const state = stateLines(context, object);
  const isOn = object.status === 'present';
  const isDone =
    wanted === 'on' ? isComplete(object) : wanted === 'off' && object.status === 'absent';
  if (wanted === null || isDone) {
    const plan = wanted === null && !isOn ? planLines(context, 'on') : [];
    const how = plan.length === 0 ? [] : [paragraph(labels.howOn)];
    const json = { ok: true, action: 'payment-records', state: isOn ? 'on' : 'off', object };
    printer.finish({
      sections: [state, [...plan, ...how]].filter((lines) => lines.length > 0),
      json,
    });
    return EXIT.done;
  }
  printer.show([state, planLines(context, wanted)]);
  if (object.status === 'of-others') {
    return refuse(context, 'of-others', labels.ofOthers(PAYMENT_OBJECT), EXIT.blocked);
  }
  if (!isConfirmed) {
    if (!terminal.canAsk) return refuse(context, 'cannot-ask', apply.cannotAsk, EXIT.usage);
    const question = wanted === 'on' ? labels.questionOn : labels.questionOff;
    if (!(await isAgreed(context, question))) {
      return refuse(context, 'declined', apply.declined, EXIT.blocked);
    }
  }
  return turn(context, wanted);
}

/**
 * Creates the custom object of payment records, completes it, or deletes it with its records.
 * @param wanted null to tell how it is and what would be created.
 */
export async function paymentRecords(
  context: Context,
  wanted: Wanted | null,
  isConfirmed: boolean,
): Promise<ExitCode> {
  try {
    return await change(context, wanted, isConfirmed);
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const exitCode = fail(context, error.failure);
    if (error.code === 'hubspot-permission') {
      const { scopes } = context.presentation.texts.terminal.paymentRecords;
      context.printer.complain([[paragraph(scopes(RUN_LOG_SCOPES.join(', ')))]]);
    }
    return exitCode;
  }
}
