import { parseArgs } from 'node:util';
import type { ListedBy, ObjectType, TerminalPresentation } from '@stripe-payments/core';
import { isRecordId, OBJECT_TYPES } from '@stripe-payments/core';
import { loggedStep } from '@stripe-payments/sync';
import type { Asked, RefreshProgram } from './run-parts.ts';
import { SHARED_OPTIONS } from './run-parts.ts';

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** As long as Stripe keeps events. */
const MAX_SINCE_MS = 30 * UNITS.d;

/** Milliseconds; undefined for what is no such time, or none at all. */
function durationOf(text: string): number | undefined {
  const [, digits, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  if (digits === undefined || (unit !== 'm' && unit !== 'h' && unit !== 'd')) return undefined;
  const durationMs = Number(digits) * UNITS[unit];
  return durationMs === 0 ? undefined : durationMs;
}

const refused = (message: string): Asked => ({ kind: 'refused', message });

/** Node names what it did not understand in its message. */
function oddArgument(error: unknown): string {
  const [, name = ''] = /'([^']+)'/.exec(error instanceof Error ? error.message : '') ?? [];
  return name.replace(/^-\w, /, '').replace(/ <value>$/, '');
}

/** Syncs what Stripe's events and changes in HubSpot have touched since a moment. */
export const CATCH_UP: RefreshProgram = {
  usage: ({ texts }) => texts.terminal.catchUp.usage,
  asked: (argv, { nowMs, presentation }) => {
    const { catchUp } = presentation.texts.terminal;
    try {
      const since = { type: 'string', default: '24h' } as const;
      const { values } = parseArgs({ args: [...argv], options: { ...SHARED_OPTIONS, since } });
      if (values.help) return { kind: 'help' };
      const durationMs = durationOf(values.since);
      if (durationMs === undefined) return refused(catchUp.badSince(values.since));
      if (durationMs > MAX_SINCE_MS) return refused(catchUp.sinceTooLong(values.since));
      const sinceMs = Math.floor(nowMs - durationMs);
      return {
        kind: 'run',
        nothing: catchUp.upToDate,
        part: (ports, continuation) =>
          loggedStep(
            ports,
            {
              sinceMs,
              startedMs: Math.floor(nowMs),
              ...(continuation !== undefined && { continuation }),
            },
            'terminal',
          ),
      };
    } catch (error) {
      return refused(catchUp.badArgument(oddArgument(error)));
    }
  },
};

const TYPE_OPTIONS: Readonly<Record<ObjectType, 'deals' | 'contacts' | 'companies'>> = {
  deal: 'deals',
  contact: 'contacts',
  company: 'companies',
};

const LIST_OPTIONS = {
  ...SHARED_OPTIONS,
  deals: { type: 'string' },
  contacts: { type: 'string' },
  companies: { type: 'string' },
  pipeline: { type: 'string' },
  stage: { type: 'string' },
  list: { type: 'string' },
  'older-than': { type: 'string' },
} as const;

/** Undefined for what is neither a word of this program nor record ids. */
function whichOf(text: string): ListedBy['which'] | undefined {
  if (text === 'all' || text === 'linked') return text;
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  return ids.length > 0 && ids.every(isRecordId) ? ids : undefined;
}

/** A list of HubSpot's, of all records of the type that are in it. */
const listOf = (text: string, listId: string): ListedBy['which'] | undefined =>
  text === 'all' && isRecordId(listId) ? { listId } : undefined;

type ListValues = Partial<
  Record<'deals' | 'contacts' | 'companies' | 'pipeline' | 'stage' | 'list' | 'older-than', string>
>;

/** What to list; a text where it is refused. */
function listedBy(
  values: ListValues,
  nowMs: number,
  { texts }: TerminalPresentation,
): ListedBy | string {
  const { syncList: words } = texts.terminal;
  const types = OBJECT_TYPES.filter((type) => values[TYPE_OPTIONS[type]] !== undefined);
  const [objectType, ...more] = types;
  if (objectType === undefined || more.length > 0) return words.oneType;
  const text = values[TYPE_OPTIONS[objectType]] ?? '';
  const which = values.list === undefined ? whichOf(text) : listOf(text, values.list);
  if (which === undefined) return values.list === undefined ? words.badWhich(text) : words.badList;
  const { pipeline, stage, 'older-than': olderThan } = values;
  const isFiltered = pipeline !== undefined || stage !== undefined;
  if (isFiltered && (objectType !== 'deal' || typeof which !== 'string')) return words.dealsOnly;
  const ageMs = olderThan === undefined ? null : durationOf(olderThan);
  if (ageMs === undefined) return texts.terminal.catchUp.badSince(olderThan ?? '');
  return {
    objectType,
    which,
    where: {
      ...(pipeline !== undefined && { pipeline }),
      ...(stage !== undefined && { dealstage: stage }),
    },
    syncedBeforeMs: ageMs === null ? null : Math.floor(nowMs - ageMs),
  };
}

/** Of a list without records, which may have been meant otherwise. */
function nothingOf({ where, syncedBeforeMs }: ListedBy, { texts }: TerminalPresentation): string {
  const { none, noneOlder, checkStage } = texts.terminal.syncList;
  const said = syncedBeforeMs === null ? none : noneOlder;
  return Object.keys(where).length === 0 ? said : `${said} ${checkStage}`;
}

/** Syncs a list of records: all of a type, those with a link, or some by their ids. */
export const SYNC_LIST: RefreshProgram = {
  usage: ({ texts }) => texts.terminal.syncList.usage,
  asked: (argv, { nowMs, presentation }) => {
    try {
      const { values } = parseArgs({ args: [...argv], options: LIST_OPTIONS });
      if (values.help) return { kind: 'help' };
      const by = listedBy(values, nowMs, presentation);
      if (typeof by === 'string') return refused(by);
      return {
        kind: 'run',
        nothing: nothingOf(by, presentation),
        part: (ports, continuation) =>
          loggedStep(
            ports,
            {
              list: by,
              startedMs: Math.floor(nowMs),
              ...(continuation !== undefined && { continuation }),
            },
            'terminal',
          ),
      };
    } catch (error) {
      return refused(presentation.texts.terminal.catchUp.badArgument(oddArgument(error)));
    }
  },
};
