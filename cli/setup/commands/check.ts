import { verdictsOf } from '@stripe-payments/core';
import { checkSetup } from '@stripe-payments/sync/setup';
import { paragraph } from '../../terminal/block.ts';
import type { Context } from '../context.ts';
import { fail } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { EXIT, exitCodeOfReport } from '../exit-code.ts';
import { readProperties } from '../read-properties.ts';
import { accountText, isInTheWay, planSections, stepsIn } from '../view/plan.ts';
import { modeBlocks, reportSections } from '../view/report.ts';

/** Reports the state of everything the app needs; changes nothing. */
export async function check(context: Context): Promise<ExitCode> {
  const { printer, presentation, stripeKeyFile, ports } = context;
  const report = await printer.during(presentation.texts.setup.checking, checkSetup(ports()));
  printer.finish({
    sections: reportSections(report, stripeKeyFile, presentation),
    json: { ok: true, report, verdicts: verdictsOf(report) },
  });
  return exitCodeOfReport(report);
}

/** Lists the changes that `apply` would make; changes nothing. */
export async function plan(context: Context): Promise<ExitCode> {
  const look = await readProperties(context);
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
