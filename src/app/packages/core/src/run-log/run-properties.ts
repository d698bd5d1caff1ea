import { runLog as english } from '../texts/english/run-log.ts';
import { runLog as italian } from '../texts/italian/run-log.ts';
import type { Language } from '../texts/language.ts';

/** The name of the custom object, which is for ever. */
export const RUN_LOG_OBJECT = 'stripe_sync_run';

/** By which a run has one record. */
export const RUN_KEY = 'run_id';

/** By which way a run was started. */
export type SyncDoor = 'catch_up_page' | 'catch_up_terminal' | 'list_page' | 'list_terminal';

export const CATCH_UP_DOORS: readonly SyncDoor[] = ['catch_up_page', 'catch_up_terminal'];

export type RunState = 'finished' | 'goes_on';

export type RunPropertyName = keyof typeof english.properties;

const TEXTS = { en: english, it: italian };

const NUMBER = { type: 'number', fieldType: 'number' };
const MOMENT = { type: 'datetime', fieldType: 'date' };
const CHOICE = { type: 'enumeration', fieldType: 'select' };
const LINE = { type: 'string', fieldType: 'text' };

const KINDS: Readonly<Record<RunPropertyName, object>> = {
  run_id: { ...LINE, hasUniqueValue: true },
  door: CHOICE,
  state: CHOICE,
  started_at: MOMENT,
  ended_at: MOMENT,
  records_looked_at: NUMBER,
  records_changed: NUMBER,
  records_failed: NUMBER,
  failures_by_reason: { type: 'string', fieldType: 'textarea' },
  stripe_reads: NUMBER,
  since: MOMENT,
  covered_since: MOMENT,
  selection: LINE,
};

const options = (labels: Readonly<Record<string, string>>): readonly object[] =>
  Object.entries(labels).map(([value, label], displayOrder) => ({
    value,
    label,
    displayOrder,
    hidden: false,
  }));

const names = Object.keys(english.properties) as readonly RunPropertyName[];

/** What HubSpot creates the custom object from, labelled in the account's language. */
export function runLogDefinition(language: Language): object {
  const { object, description, doors, states, properties } = TEXTS[language];
  const choices: Partial<Record<RunPropertyName, readonly object[]>> = {
    door: options(doors),
    state: options(states),
  };
  return {
    name: RUN_LOG_OBJECT,
    labels: object,
    description,
    primaryDisplayProperty: RUN_KEY,
    secondaryDisplayProperties: ['state', 'records_changed'],
    requiredProperties: [RUN_KEY],
    searchableProperties: [RUN_KEY],
    associatedObjects: [],
    properties: names.map((name) => ({
      name,
      label: properties[name],
      ...KINDS[name],
      ...(choices[name] !== undefined && { options: choices[name] }),
    })),
  };
}

/** The texts of the object, for what shows it elsewhere. */
export const runLogTexts = (language: Language): typeof english => TEXTS[language];
