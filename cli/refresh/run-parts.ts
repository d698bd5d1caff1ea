import type { Failure, RangeRecord, TerminalPresentation } from '@stripe-payments/core';
import { failureMessage, failureParagraph, parseMetadataKeys } from '@stripe-payments/core';
import type { LoggedStep, Ports, Runtime } from '@stripe-payments/sync';
import {
  asSyncError,
  createWarmMemory,
  redact,
  REFRESH_LIMITS,
  wirePorts,
} from '@stripe-payments/sync';
import { readKeys, UnreadableFileError } from '../keys.ts';
import { presentationFor } from '../presentation.ts';
import type { Printer } from '../printer.ts';
import { createPrinter } from '../printer.ts';
import { languageIn } from '../setup/arguments.ts';
import type { ExitCode } from '../setup/exit-code.ts';
import { EXIT, exitCodeOf } from '../setup/exit-code.ts';
import type { Block } from '../terminal/block.ts';
import { paragraph } from '../terminal/block.ts';
import type { NodeRun } from '../terminal/node-run.ts';
import { withoutBreaks } from '../terminal/terminal-text.ts';

/** Limit of one part of a run. */
const BUDGET_MS = 60_000;

/** One part of a run; the next one goes on with its continuation. */
type Part = (ports: Ports, continuation: string | undefined) => Promise<LoggedStep>;

/** What a command line asks for. */
export type Asked =
  | { readonly kind: 'run'; readonly part: Part }
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

/** What all parts of a run have done. */
interface Total {
  readonly eventsRead: number;
  readonly records: readonly RangeRecord[];
  readonly isBeyondEvents: boolean;
  readonly stripeCalls: number;
  /** Of the last part, whose record has everything. */
  readonly runLog: LoggedStep['runLog'];
}

async function everyPart(
  ports: () => Ports,
  part: Part,
  onPart: (total: Total, step: LoggedStep) => void,
): Promise<Total> {
  let total: Total = {
    eventsRead: 0,
    records: [],
    isBeyondEvents: false,
    stripeCalls: 0,
    runLog: 'off',
  };
  let continuation: string | undefined;
  do {
    const step: LoggedStep = await part(ports(), continuation);
    total = {
      eventsRead: total.eventsRead + step.eventsRead,
      records: [...total.records, ...step.records],
      isBeyondEvents: step.isBeyondEvents,
      stripeCalls: total.stripeCalls + step.stripeCalls,
      runLog: step.runLog,
    };
    onPart(total, step);
    continuation = step.continuation ?? undefined;
  } while (continuation !== undefined);
  return total;
}

type Failed = Extract<RangeRecord, { readonly status: 'failed' }>;

function blocksOf(total: Total, { texts }: TerminalPresentation): readonly Block[] {
  const { catchUp } = texts.terminal;
  const synced = total.records.filter(({ status }) => status === 'synced');
  const failed = total.records.filter((record): record is Failed => record.status === 'failed');
  const changed = synced.filter((record) => record.status === 'synced' && record.changes > 0);
  return [
    paragraph(
      total.records.length === 0 ? catchUp.upToDate : catchUp.done(synced.length, changed.length),
      { tone: failed.length === 0 ? 'good' : 'plain' },
    ),
    ...(failed.length === 0 ? [] : [paragraph(catchUp.failed(failed.length), { tone: 'bad' })]),
    ...failed.map(({ objectType, recordId, error }) =>
      paragraph(`${objectType} ${recordId}: ${failureParagraph(error, texts)}`, { depth: 1 }),
    ),
    ...(total.isBeyondEvents ? [paragraph(catchUp.beyondEvents, { tone: 'attention' })] : []),
    ...(total.runLog === 'failed' ? [paragraph(catchUp.notLogged, { tone: 'attention' })] : []),
  ];
}

function refuse(printer: Printer, message: string, usage: string): ExitCode {
  printer.complain([[paragraph(message, { tone: 'bad' }), paragraph(usage)]]);
  printer.finish({ sections: [], json: { ok: false, error: { code: 'usage', message } } });
  return EXIT.usage;
}

function fail(printer: Printer, error: Failure, { texts }: TerminalPresentation): ExitCode {
  printer.complain([[paragraph(failureParagraph(error, texts), { tone: 'bad' })]]);
  const json = { ok: false, error: { ...error, ...failureMessage(error, texts) } };
  printer.finish({ sections: [], json });
  return exitCodeOf(error);
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
    const warm = createWarmMemory();
    const runtime: Runtime = {
      ...run,
      environment: keys.environment,
      limits: { ...REFRESH_LIMITS, budgetMs: BUDGET_MS },
    };
    const total = await everyPart(
      () => wirePorts(runtime, warm),
      request.part,
      ({ eventsRead, records }, { waiting }) => {
        if (!terminal.aside.isTerminal) return;
        terminal.aside.write(`${catchUp.progress(eventsRead, records.length, waiting)}\n`);
      },
    );
    printer.finish({ sections: [blocksOf(total, presentation)], json: { ok: true, ...total } });
    return total.records.some(({ status }) => status === 'failed') ? EXIT.blocked : EXIT.done;
  } catch (error) {
    if (error instanceof UnreadableFileError) {
      return refuse(printer, unreadableFile(error.file), usageText);
    }
    return fail(printer, asSyncError(error).failure, presentation);
  }
}
