import { parseArgs } from 'node:util';
import type { Failure, RangeRecord, TerminalPresentation } from '@stripe-payments/core';
import { failureMessage, failureParagraph, parseMetadataKeys } from '@stripe-payments/core';
import type { Ports, RangeStep, Runtime } from '@stripe-payments/sync';
import { asSyncError, createWarmMemory, redact, syncRange, wirePorts } from '@stripe-payments/sync';
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

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const MAX_DAYS = 30;

/** Milliseconds; undefined for what is no such time. */
function durationOf(text: string): number | undefined {
  const [, digits, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  if (digits === undefined || (unit !== 'm' && unit !== 'h' && unit !== 'd')) return undefined;
  const durationMs = Number(digits) * UNITS[unit];
  return durationMs > MAX_DAYS * UNITS.d ? undefined : durationMs;
}

interface Options {
  readonly sinceText: string;
  readonly isJson: boolean;
  readonly keysFile: string | undefined;
  readonly isHelp: boolean;
}

/** Undefined for what this program does not know. */
function optionsIn(argv: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        since: { type: 'string', default: '24h' },
        json: { type: 'boolean', default: false },
        'keys-file': { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { since: sinceText, json: isJson, 'keys-file': keysFile, help: isHelp } = values;
    return { sinceText, isJson, keysFile, isHelp };
  } catch {
    return undefined;
  }
}

/** What all parts of a run have done. */
interface Total {
  readonly eventsRead: number;
  readonly records: readonly RangeRecord[];
  readonly isBeyondEvents: boolean;
}

async function everyPart(
  ports: () => Ports,
  sinceMs: number,
  onPart: (total: Total, step: RangeStep) => void,
): Promise<Total> {
  let total: Total = { eventsRead: 0, records: [], isBeyondEvents: false };
  let continuation: string | null = null;
  do {
    const goingOn: object = continuation === null ? {} : { continuation };
    const step: RangeStep = await syncRange(ports(), { sinceMs, ...goingOn });
    total = {
      eventsRead: total.eventsRead + step.eventsRead,
      records: [...total.records, ...step.records],
      isBeyondEvents: step.isBeyondEvents,
    };
    onPart(total, step);
    continuation = step.continuation;
  } while (continuation !== null);
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
  ];
}

function refuse(printer: Printer, message: string, { texts }: TerminalPresentation): ExitCode {
  printer.complain([
    [paragraph(message, { tone: 'bad' }), paragraph(texts.terminal.catchUp.usage)],
  ]);
  printer.finish({ sections: [], json: { ok: false, error: { code: 'usage', message } } });
  return EXIT.usage;
}

function fail(printer: Printer, error: Failure, { texts }: TerminalPresentation): ExitCode {
  printer.complain([[paragraph(failureParagraph(error, texts), { tone: 'bad' })]]);
  const json = { ok: false, error: { ...error, ...failureMessage(error, texts) } };
  printer.finish({ sections: [], json });
  return exitCodeOf(error);
}

/**
 * Syncs what Stripe's events and changes in HubSpot have touched since a moment, to its end. It never
 * throws. Exit code 1 where a record could not be synced.
 */
export async function runCatchUp(argv: readonly string[], run: NodeRun): Promise<ExitCode> {
  const { environment, terminal, readFile, clock } = run;
  const presentation = presentationFor(languageIn(argv), environment, run.timeZone);
  const { catchUp, noToken, unreadableFile } = presentation.texts.terminal;
  const options = optionsIn(argv);
  const printer = createPrinter({
    terminal,
    isJson: options?.isJson ?? false,
    mayColour: (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb',
    hide: (text) => redact(withoutBreaks(text)),
  });
  if (options === undefined) return refuse(printer, catchUp.usage, presentation);
  if (options.isHelp) {
    printer.finish({ sections: [[paragraph(catchUp.usage)]], json: { usage: catchUp.usage } });
    return EXIT.done;
  }
  const durationMs = durationOf(options.sinceText);
  if (durationMs === undefined) {
    return refuse(printer, catchUp.badSince(options.sinceText), presentation);
  }
  try {
    const keys = readKeys(environment, options.keysFile, readFile);
    if (keys.accessToken === null) return refuse(printer, noToken, presentation);
    const named = parseMetadataKeys(keys.environment['METADATA_KEYS'] ?? '');
    if (!named.ok) return refuse(printer, `METADATA_KEYS: ${named.reason}`, presentation);
    const warm = createWarmMemory();
    const runtime: Runtime = {
      ...run,
      environment: keys.environment,
      limits: { budgetMs: BUDGET_MS },
    };
    const total = await everyPart(
      () => wirePorts(runtime, warm),
      Math.floor(clock.nowMs() - durationMs),
      ({ eventsRead, records }, { waiting }) => {
        if (!terminal.aside.isTerminal) return;
        terminal.aside.write(`${catchUp.progress(eventsRead, records.length, waiting)}\n`);
      },
    );
    printer.finish({ sections: [blocksOf(total, presentation)], json: { ok: true, ...total } });
    return total.records.some(({ status }) => status === 'failed') ? EXIT.blocked : EXIT.done;
  } catch (error) {
    if (error instanceof UnreadableFileError) {
      return refuse(printer, unreadableFile(error.file), presentation);
    }
    return fail(printer, asSyncError(error).failure, presentation);
  }
}
