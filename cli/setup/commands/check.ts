import { verdictsOf } from '@stripe-payments/core';
import { checkSetup } from '@stripe-payments/sync/setup';
import type { Context } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { exitCodeOfReport } from '../exit-code.ts';
import { reportSections } from '../view/report.ts';

/** Looks at everything, and changes nothing. */
export async function check(context: Context): Promise<ExitCode> {
  const { printer, presentation, stripeKeyFile, ports } = context;
  const report = await printer.during(presentation.texts.setup.checking, checkSetup(ports()));
  printer.finish({
    sections: reportSections(report, stripeKeyFile, presentation),
    json: { ok: true, report, verdicts: verdictsOf(report) },
  });
  return exitCodeOfReport(report);
}
