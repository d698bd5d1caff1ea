import { paragraph } from '../../terminal/block.ts';
import type { Context } from '../context.ts';
import { fail } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { EXIT } from '../exit-code.ts';
import { lookAtCrm } from '../look-at-crm.ts';
import { accountText, isInTheWay, planSections, stepsIn } from '../view/plan.ts';
import { modeBlocks } from '../view/report.ts';

/** Lists what would be done, and does nothing. */
export async function plan(context: Context): Promise<ExitCode> {
  const look = await lookAtCrm(context);
  if (look.status === 'failed') return fail(context, look.error);
  const { printer, presentation } = context;
  const { texts } = presentation;
  const { objects, report, mode } = look;
  const steps = stepsIn(objects);
  const account = accountText(report, texts);
  const { terminal, setup } = texts;
  const next = `${terminal.plan.dryRun} ${setup.nextStep(terminal.next.apply)}`;
  printer.finish({
    sections: [
      ...planSections(objects, account, modeBlocks(mode, presentation), texts),
      steps.length === 0 ? [] : [paragraph(next)],
    ],
    json: { ok: true, mode, steps, properties: objects },
  });
  return isInTheWay(objects) ? EXIT.blocked : EXIT.done;
}
