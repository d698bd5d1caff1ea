import type {
  AppliedInParts,
  AppliedPart,
  ObjectProperties,
  Reply,
  SetupStep,
  SetupStepId,
} from '@stripe-payments/core';
import { applyInParts, setupStepId } from '@stripe-payments/core';
import { SyncError } from '@stripe-payments/sync';
import type { SetupPorts } from '@stripe-payments/sync/setup';
import { applySetup } from '@stripe-payments/sync/setup';
import type { Context } from '../context.ts';
import { fail, refuse } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { readProperties } from '../read-properties.ts';
import { appliedSections } from '../view/outcome.ts';
import { accountText, isInTheWay, planSections, stepsIn } from '../view/plan.ts';
import { modeBlocks } from '../view/report.ts';
import type { Section } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import { isAgreed } from './agreement.ts';

/** Applies some steps like the app's function does, with the same replies. */
export async function applyPart(
  ports: SetupPorts,
  steps: readonly SetupStepId[],
): Promise<Reply<AppliedPart>> {
  try {
    return { ok: true, ...(await applySetup(ports, { action: 'apply', steps })) };
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return { ok: false, error: error.failure };
  }
}

async function applyWithBar(
  { terminal, presentation, ports }: Context,
  steps: readonly SetupStep[],
): Promise<AppliedInParts> {
  const { applying } = presentation.texts.setup.properties;
  const all = steps.length;
  const bar = terminal.startBar(all, applying(0, all));
  try {
    return await applyInParts(
      steps.map(setupStepId),
      (part) => applyPart(ports(), part),
      (settled) => {
        bar.update(settled, applying(settled, all));
      },
    );
  } finally {
    bar.stop();
  }
}

function exitCodeAfter(
  { failed, error }: AppliedInParts,
  objects: readonly ObjectProperties[],
): ExitCode {
  if (error !== null) return exitCodeOf(error);
  return failed.length > 0 || isInTheWay(objects) ? EXIT.blocked : EXIT.done;
}

/**
 * Shows the plan, asks, and does it.
 * @param isConfirmed on the command line, so that there is no question.
 */
export async function apply(context: Context, isConfirmed: boolean): Promise<ExitCode> {
  const look = await readProperties(context);
  if (look.status === 'failed') return fail(context, look.error);
  const { printer, presentation, terminal } = context;
  const { texts } = presentation;
  const { objects, report, mode } = look;
  const steps = stepsIn(objects);
  const shown = planSections(
    objects,
    accountText(report, texts),
    modeBlocks(mode, presentation),
    texts,
  );
  if (steps.length === 0) {
    const nothing: AppliedInParts = { done: [], failed: [], left: [], error: null };
    printer.finish({ sections: shown, json: { ok: true, action: 'apply', ...nothing } });
    return exitCodeAfter(nothing, objects);
  }
  printer.show(shown);
  if (!isConfirmed) {
    const labels = texts.terminal.apply;
    if (!terminal.canAsk) return refuse(context, 'cannot-ask', labels.cannotAsk, EXIT.usage);
    const isGiven = await isAgreed(context, labels.question);
    if (!isGiven) return refuse(context, 'declined', labels.declined, EXIT.blocked);
  }
  const applied = await applyWithBar(context, steps);
  const isRestored = steps.some(
    (step) => step.action === 'restore' && applied.done.includes(setupStepId(step)),
  );
  const after: Section = isRestored
    ? [paragraph(texts.terminal.apply.restored, { tone: 'attention' })]
    : [];
  printer.finish({
    sections: [...appliedSections(applied, presentation), after],
    json: { ok: applied.error === null, action: 'apply', ...applied },
  });
  return exitCodeAfter(applied, objects);
}
