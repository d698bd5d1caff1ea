import { RUN_LOG_SCOPES, runLogDefinition, runLogTexts } from '@stripe-payments/core';
import { SyncError } from '@stripe-payments/sync';
import type { Section } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import type { Context } from '../context.ts';
import { fail, refuse } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { EXIT } from '../exit-code.ts';
import { isAgreed } from './agreement.ts';

type Wanted = 'on' | 'off';

/** What will happen, before anything does. */
function planSections({ presentation, ports }: Context, wanted: Wanted): readonly Section[] {
  const { runLog: labels } = presentation.texts.terminal;
  const { object, properties } = runLogTexts(ports().schema.language);
  if (wanted === 'off') {
    return [[paragraph(labels.willDelete(object.plural), { tone: 'attention' })]];
  }
  return [
    [
      paragraph(labels.willCreate(object.plural)),
      ...Object.values(properties).map((label) => paragraph(label, { depth: 1 })),
    ],
  ];
}

async function turn({ printer, presentation, ports }: Context, wanted: Wanted): Promise<ExitCode> {
  const { runLog: labels } = presentation.texts.terminal;
  const { runLog, schema } = ports();
  let deleted = 0;
  if (wanted === 'on') await runLog.turnOn(runLogDefinition(schema.language));
  else {
    await runLog.turnOff((records) => {
      deleted += records;
    });
  }
  const said = wanted === 'on' ? labels.turnedOn : labels.turnedOff(deleted);
  printer.finish({
    sections: [[paragraph(said, { tone: 'good' })]],
    json: { ok: true, action: 'run-log', state: wanted, deleted },
  });
  return EXIT.done;
}

async function change(context: Context, wanted: Wanted, isConfirmed: boolean): Promise<ExitCode> {
  const { printer, presentation, terminal, ports } = context;
  const { runLog: labels, apply } = presentation.texts.terminal;
  const isOn = await ports().runLog.isOn();
  if (isOn === (wanted === 'on')) {
    const said = isOn ? labels.isOn : labels.isOff;
    const json = { ok: true, action: 'run-log', state: wanted, deleted: 0 };
    printer.finish({ sections: [[paragraph(said)]], json });
    return EXIT.done;
  }
  printer.show(planSections(context, wanted));
  if (!isConfirmed) {
    if (!terminal.canAsk) return refuse(context, 'cannot-ask', apply.cannotAsk, EXIT.usage);
    const question = wanted === 'on' ? labels.questionOn : labels.questionOff;
    if (!(await isAgreed(context, question))) {
      return refuse(context, 'declined', apply.declined, EXIT.blocked);
    }
  }
  return turn(context, wanted);
}

/** Creates the custom object of the run log, or deletes it with its records. */
export async function runLog(
  context: Context,
  wanted: Wanted,
  isConfirmed: boolean,
): Promise<ExitCode> {
  try {
    return await change(context, wanted, isConfirmed);
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const exitCode = fail(context, error.failure);
    if (error.code === 'hubspot-permission') {
      const { scopes } = context.presentation.texts.terminal.runLog;
      context.printer.complain([[paragraph(scopes(RUN_LOG_SCOPES.join(', ')))]]);
    }
    return exitCode;
  }
}
