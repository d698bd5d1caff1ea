import type { ErrorCode, Failure, TerminalPresentation } from '@stripe-payments/core';
import {
  failureMessage,
  failureParagraph,
  LANGUAGES,
  parseMetadataKeys,
} from '@stripe-payments/core';
import type { Runtime } from '@stripe-payments/sync';
import {
  asSyncError,
  createWarmMemory,
  redact,
  TERMINAL_RUN,
  wirePorts,
} from '@stripe-payments/sync';
import { readKeys, UnreadableFileError } from '../keys.ts';
import { presentationFor } from '../presentation.ts';
import type { Printer } from '../printer.ts';
import { createPrinter } from '../printer.ts';
import { languageIn } from '../setup/arguments.ts';
import type { ExitCode } from '../setup/exit-code.ts';
import { EXIT, exitCodeOf, isPassing } from '../setup/exit-code.ts';
import type { Ended, Part, Total } from './every-part.ts';
import { everyPart } from './every-part.ts';
import { failedIn, outcomeBlocks, withMessages } from './outcome.ts';
import { paragraph } from '../terminal/block.ts';
import type { NodeRun } from '../terminal/node-run.ts';
import { withoutBreaks } from '../terminal/terminal-text.ts';

/** Limit of one part of a run. */
const BUDGET_MS = 60_000;

/** What a command line asks for. */
export type Asked =
  /** `nothing` is said where no record was there to sync. */
  | { readonly kind: 'run'; readonly part: Part; readonly nothing: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly message: string };

/** A program that syncs many records, part by part to the end. */
export interface RefreshProgram {
  readonly usage: (presentation: TerminalPresentation) => string;
  readonly asked: (
    argv: readonly string[],
    context: { readonly nowMs: number; readonly presentation: TerminalPresentation },
  ) => Asked;
}

/** What every program of this kind takes. */
export const SHARED_OPTIONS = {
  json: { type: 'boolean', default: false },
  'keys-file': { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function refuse(printer: Printer, message: string, usage: string): ExitCode {
  printer.complain([[paragraph(message, { tone: 'bad' }), paragraph(usage)]]);
  printer.finish({ sections: [], json: { ok: false, error: { code: 'usage', message } } });
  return EXIT.usage;
}

/** A key that is missing or not accepted is of the call, and nothing that passes. */
const OF_KEYS: ReadonlySet<ErrorCode> = new Set([
  'not-configured',
  'stripe-key-wrong-kind',
  'stripe-key-invalid',
  'hubspot-unauthorized',
]);

function fail(
  printer: Printer,
  error: Failure,
  presentation: TerminalPresentation,
  ended?: Ended,
): ExitCode {
  const { texts } = presentation;
  const hasDone = ended !== undefined && ended.total.records.length > 0;
  const stopped = hasDone
    ? [
        ...outcomeBlocks(ended.total, '', presentation),
        paragraph(texts.terminal.catchUp.stopped(ended.waiting), { tone: 'attention' }),
      ]
    : [];
  printer.complain([[paragraph(failureParagraph(error, texts), { tone: 'bad' }), ...stopped]]);
  const done = hasDone
    ? { ...withMessages(ended.total, presentation), waiting: ended.waiting }
    : {};
  const json = { ok: false, error: { ...error, ...failureMessage(error, texts) }, ...done };
  printer.finish({ sections: [], json });
  return OF_KEYS.has(error.code) ? EXIT.usage : exitCodeOf(error);
}

/** Of a run that came to its end. */
function exitCodeAfter(total: Total): ExitCode {
  const failed = failedIn(total);
  if (failed.length === 0) return EXIT.done;
  return failed.every(({ error }) => isPassing(error)) ? EXIT.unreachable : EXIT.blocked;
}

/** A value of an option that may be refused along with the others. */
function valueAfter(argv: readonly string[], option: string): string | undefined {
  const at = argv.findIndex((each) => each === option || each.startsWith(`${option}=`));
  const [, inline] = argv[at]?.split('=', 2) ?? [];
  return at === -1 ? undefined : (inline ?? argv[at + 1]);
}

/**
 * Runs a program of this kind to its end. It never throws. Exit code 1 where a record could not be synced.
 */
export async function runParts(
  { usage, asked }: RefreshProgram,
  argv: readonly string[],
  run: NodeRun,
): Promise<ExitCode> {
  const { environment, terminal, readFile, clock } = run;
  const presentation = presentationFor(languageIn(argv), environment, run.timeZone);
  const { catchUp, noToken, unreadableFile } = presentation.texts.terminal;
  const request = asked(argv, { nowMs: clock.nowMs(), presentation });
  const usageText = usage(presentation);
  const printer = createPrinter({
    terminal,
    isJson: argv.includes('--json'),
    mayColour: (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb',
    hide: (text) => redact(withoutBreaks(text)),
  });
  const language = languageIn(argv);
  if (language !== undefined && !LANGUAGES.some((known) => known === language)) {
    return refuse(printer, catchUp.badLanguage(language, LANGUAGES.join(', ')), usageText);
  }
  if (request.kind === 'refused') return refuse(printer, request.message, usageText);
  if (request.kind === 'help') {
    printer.finish({ sections: [[paragraph(usageText)]], json: { usage: usageText } });
    return EXIT.done;
  }
  try {
    const keys = readKeys(environment, valueAfter(argv, '--keys-file'), readFile);
    if (keys.accessToken === null) return refuse(printer, noToken, usageText);
    const named = parseMetadataKeys(keys.environment['METADATA_KEYS'] ?? '');
    if (!named.ok) return refuse(printer, `METADATA_KEYS: ${named.reason}`, usageText);
    const warm = createWarmMemory(TERMINAL_RUN.limits);
    const runtime: Runtime = {
      ...run,
      environment: keys.environment,
      limits: { ...TERMINAL_RUN.time, budgetMs: BUDGET_MS },
      recordsAtOnce: TERMINAL_RUN.recordsAtOnce,
    };
    const ended = await everyPart(
      () => wirePorts(runtime, warm),
      request.part,
      ({ eventsRead, records }, { waiting }) => {
        if (!terminal.aside.isTerminal) return;
        terminal.aside.write(`${catchUp.progress(eventsRead, records.length, waiting)}\n`);
      },
    );
    const { total, stoppedBy } = ended;
    if (stoppedBy !== null) return fail(printer, stoppedBy, presentation, ended);
    printer.finish({
      sections: [outcomeBlocks(total, request.nothing, presentation)],
      json: { ok: true, ...withMessages(total, presentation) },
    });
    return exitCodeAfter(total);
  } catch (error) {
    if (error instanceof UnreadableFileError) {
      return refuse(printer, unreadableFile(error.file), usageText);
    }
    return fail(printer, asSyncError(error).failure, presentation);
  }
}
