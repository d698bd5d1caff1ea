import {
  failureMessage,
  failureParagraph,
  PAYMENT_KEY,
  HUBSPOT_PAYMENT_SCOPES,
  paymentPropertyInputs,
  paymentRecordTexts,
} from '@stripe-payments/core';
import { SyncError } from '@stripe-payments/sync';
import type { PaymentTrial } from '@stripe-payments/sync/setup';
import type { Section } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import type { Context } from '../context.ts';
import { fail, refuse } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { isAgreed } from './agreement.ts';

/** What was found, in plain words, and HubSpot's own. */
export function findings({ presentation, ports }: Context, trial: PaymentTrial): Section {
  const { texts } = presentation;
  const { paymentTrial: labels } = texts.terminal;
  const { plural } = paymentRecordTexts(ports().schema.language).object;
  switch (trial.status) {
    case 'accepted':
      return [paragraph(labels.accepted, { tone: 'good' }), paragraph(labels.canKeep)];
    case 'refused':
      return [
        paragraph(labels.refused[trial.step], { tone: 'attention' }),
        ...(trial.detail === null ? [] : [paragraph(labels.hubSpotSays(trial.detail))]),
        paragraph(labels.otherwise(plural)),
      ];
    case 'unclear':
      return [
        paragraph(labels.unclear, { tone: 'bad' }),
        paragraph(
          trial.failure.code === 'hubspot-permission'
            ? labels.scopes(HUBSPOT_PAYMENT_SCOPES.join(', '))
            : failureParagraph(trial.failure, texts),
        ),
      ];
  }
}

export function leftovers({ presentation }: Context, { left }: PaymentTrial): Section {
  const { paymentTrial: labels } = presentation.texts.terminal;
  return [
    ...(left.isPayment ? [paragraph(labels.leftPayment(left.paymentId), { tone: 'bad' })] : []),
    ...(left.isProperty ? [paragraph(labels.leftProperty(PAYMENT_KEY))] : []),
  ];
}

async function agreed(context: Context, isConfirmed: boolean): Promise<ExitCode | undefined> {
  const { terminal, presentation } = context;
  const { paymentTrial: labels } = presentation.texts.terminal;
  if (isConfirmed) return undefined;
  if (!terminal.canAsk) return refuse(context, 'cannot-ask', labels.cannotAsk, EXIT.usage);
  if (await isAgreed(context, labels.question)) return undefined;
  return refuse(context, 'declined', labels.declined, EXIT.blocked);
}

/** Tries with one payment whether HubSpot's own payments take those of an app, once that is agreed to. */
export async function tryPayments(context: Context, isConfirmed: boolean): Promise<ExitCode> {
  const { printer, presentation, ports } = context;
  const { paymentTrial: labels } = presentation.texts.terminal;
  try {
    const { crm, schema } = ports();
    const { currency } = await crm.account();
    const code = currency.toUpperCase();
    const label = paymentPropertyInputs(schema.language, 'hubspot-payments').find(
      ({ name }) => name === PAYMENT_KEY,
    )?.label;
    printer.show([
      [paragraph(labels.plan(label ?? PAYMENT_KEY, PAYMENT_KEY, code)), paragraph(labels.effects)],
    ]);
    const objection = await agreed(context, isConfirmed);
    if (objection !== undefined) return objection;
    const trial = await ports().tryPayment(code);
    printer.finish({
      sections: [findings(context, trial), leftovers(context, trial)],
      json: {
        ...(trial.status === 'unclear'
          ? {
              ok: false,
              error: { ...trial.failure, ...failureMessage(trial.failure, presentation.texts) },
            }
          : { ok: true }),
        action: 'payment-trial',
        trial,
      },
    });
    if (trial.status === 'unclear') return exitCodeOf(trial.failure);
    return trial.left.isPayment ? EXIT.blocked : EXIT.done;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return fail(context, error.failure);
  }
}
