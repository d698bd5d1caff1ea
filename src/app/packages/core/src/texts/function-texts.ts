import type { DeclineTexts, StoredTexts } from './catalogue.ts';
import { declineTextsIn, storedTextsIn } from './catalogue.ts';
import {
  disputeReasons as englishDisputeReasons,
  movements as englishMovements,
} from './english/declines.ts';
import { history as englishHistory } from './english/history.ts';
import { workflow as englishWorkflow } from './english/workflow.ts';
import {
  disputeReasons as italianDisputeReasons,
  movements as italianMovements,
} from './italian/declines.ts';
import { history as italianHistory } from './italian/history.ts';
import { workflow as italianWorkflow } from './italian/workflow.ts';
import type { Language } from './language.ts';

/** What the values of properties are written with. */
export type ValueTexts = StoredTexts & DeclineTexts & { readonly language: Language };

/** Of a record's last movement: functions send it in every language. */
export type MovementTexts = typeof englishMovements;

/** Of one payment's history: only the function that sends it loads them. */
export type HistoryTexts = DeclineTexts & {
  readonly history: typeof englishHistory;
  readonly disputeReasons: typeof englishDisputeReasons;
};

const HISTORIES: Readonly<Record<Language, Omit<HistoryTexts, 'declines'>>> = {
  en: { history: englishHistory, disputeReasons: englishDisputeReasons },
  it: { history: italianHistory, disputeReasons: italianDisputeReasons },
};
const MOVEMENTS = { en: englishMovements, it: italianMovements };
const WORKFLOWS = { en: englishWorkflow, it: italianWorkflow };

export const valueTextsIn = (language: Language): ValueTexts => ({
  language,
  ...storedTextsIn(language),
  ...declineTextsIn(language),
});

export const movementTextsIn = (language: Language): MovementTexts => MOVEMENTS[language];

export const historyTextsIn = (language: Language): HistoryTexts => ({
  ...declineTextsIn(language),
  ...HISTORIES[language],
});

export const workflowTextsIn = (language: Language): typeof englishWorkflow => WORKFLOWS[language];
