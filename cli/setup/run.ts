import type { TerminalPresentation, Failure } from '@stripe-payments/core';
import { failureMessage, failureParagraph } from '@stripe-payments/core';
import type { Runtime } from '@stripe-payments/sync';
import { createWarmMemory, redact, SyncError } from '@stripe-payments/sync';
import { wireAdoption, wireSetup } from '@stripe-payments/sync/setup';
import { readKeys, UnreadableFileError } from '../keys.ts';
import { presentationFor } from '../presentation.ts';
import type { Printer } from '../printer.ts';
import { createPrinter } from '../printer.ts';
import { paragraph } from '../terminal/block.ts';
import type { NodeRun } from '../terminal/node-run.ts';
import { withoutBreaks } from '../terminal/terminal-text.ts';
import type { Options, Request } from './arguments.ts';
import { languageIn, parseArguments } from './arguments.ts';
import { adopt } from './commands/adopt.ts';
import { apply } from './commands/apply.ts';
import { check, plan } from './commands/check.ts';
import { changeCustomObject } from './commands/custom-object.ts';
import { changePaymentRecords } from './commands/payment-kinds.ts';
import { tryPayments } from './commands/payment-trial.ts';
import { remove } from './commands/remove.ts';
import { runLogObject } from './commands/run-log.ts';
import { keyGuide } from './view/stripe-key.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-code.ts';
import { EXIT } from './exit-code.ts';

/** Limit of one part of a run, retries included. */
const BUDGET_MS = 60_000;

/** Of an adoption, which reads every record that has a value. */
const ADOPTION_BUDGET_MS = 60 * 60_000;

function perform(context: Context, request: Request): Promise<ExitCode> {
  switch (request.command) {
    case 'check':
      return check(context);
    case 'plan':
      return plan(context);
    case 'apply':
      return apply(context, request.isConfirmed);
    case 'adopt':
      return adopt(context, request.source, request.isConfirmed);
    case 'run-log':
      return changeCustomObject(context, runLogObject(context), request);
    case 'payment-records':
      return changePaymentRecords(context, request.choice, request);
    case 'payment-trial':
      return tryPayments(context, request.isConfirmed);
    case 'remove':
      return remove(context, request.confirmation);
  }
}

function refuseUsage(printer: Printer, message: string, { texts }: TerminalPresentation): ExitCode {
  printer.complain([[paragraph(message, { tone: 'bad' }), paragraph(texts.terminal.seeHelp)]]);
  printer.finish({ sections: [], json: { ok: false, error: { code: 'usage', message } } });
  return EXIT.usage;
}

function printerFor({ terminal, environment }: NodeRun, options: Options): Printer {
  const mayColour = options.color && (environment['NO_COLOR'] ?? '') === '';
  const isDumb = environment['TERM'] === 'dumb';
  return createPrinter({
    terminal,
    isJson: options.json,
    mayColour: mayColour && !isDumb,
    hide: (text) => redact(withoutBreaks(text)),
  });
}

/** Of the unexpected only the class: a message and a stack may hold anything. */
function failureOf(error: unknown): Failure {
  if (error instanceof SyncError) return error.failure;
  const detail = error instanceof Error ? error.name : typeof error;
  return new SyncError('unexpected', { detail: `(${detail})` }).failure;
}

async function performWith(
  run: NodeRun,
  request: Request,
  options: Options,
  presentation: TerminalPresentation,
): Promise<ExitCode> {
  const { environment, readFile, terminal } = run;
  const printer = printerFor(run, options);
  const { texts } = presentation;
  try {
    const keys = readKeys(environment, options.keysFile, readFile);
    if (keys.accessToken === null) {
      // How to make a key comes before anything that needs one.
      if (keys.stripeKey === null) printer.complain([keyGuide(['test', 'live'], texts)]);
      return refuseUsage(printer, texts.terminal.noToken, presentation);
    }
    const warm = createWarmMemory();
    const limits = { budgetMs: BUDGET_MS };
    const runtime: Runtime = { ...run, environment: keys.environment, limits };
    const context: Context = {
      terminal,
      printer,
      presentation,
      stripeKeyFile: keys.stripeKey?.file,
      ports: () => wireSetup(runtime, warm),
      adoptPorts: () =>
        wireAdoption({ ...runtime, limits: { budgetMs: ADOPTION_BUDGET_MS } }, warm),
    };
    return await perform(context, request);
  } catch (error) {
    if (error instanceof UnreadableFileError) {
      return refuseUsage(printer, texts.terminal.unreadableFile(error.file), presentation);
    }
    const failure = failureOf(error);
    printer.complain([[paragraph(failureParagraph(failure, texts), { tone: 'bad' })]]);
    printer.finish({
      sections: [],
      json: { ok: false, error: { ...failure, ...failureMessage(failure, texts) } },
    });
    return EXIT.blocked;
  }
}

/** Runs the setup as the arguments say. It never throws. */
export async function runSetup(argv: readonly string[], run: NodeRun): Promise<ExitCode> {
  const { environment, terminal, timeZone } = run;
  const presentation = presentationFor(languageIn(argv), environment, timeZone);
  const { texts } = presentation;
  const parsed = parseArguments(argv, texts, Math.min(terminal.report.columns, 120));
  switch (parsed.status) {
    case 'help':
      terminal.report.write(parsed.text);
      return EXIT.done;
    case 'wrong': {
      const asked = { json: false, keysFile: undefined, color: true };
      const printer = printerFor(run, asked);
      return refuseUsage(printer, texts.terminal.wrongUsage(parsed.detail), presentation);
    }
    case 'understood':
      return performWith(run, parsed.request, parsed.options, presentation);
  }
}
