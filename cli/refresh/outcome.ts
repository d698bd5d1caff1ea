import type { RangeRecord, TerminalPresentation, TerminalTexts } from '@stripe-payments/core';
import { failureMessage, failureParagraph, OBJECT_TYPES } from '@stripe-payments/core';
import type { Block } from '../terminal/block.ts';
import { paragraph } from '../terminal/block.ts';
import type { Total } from './every-part.ts';

export type Failed = Extract<RangeRecord, { readonly status: 'failed' }>;

/** As many fit into a few lines; the rest is in what `--json` prints. */
const MAX_IDS = 10;

export const failedIn = ({ records }: Pick<Total, 'records'>): readonly Failed[] =>
  records.filter((record): record is Failed => record.status === 'failed');

/** Failures that read the same. Stripe's request is another one for each record: the first is named. */
function alike(failed: readonly Failed[], texts: TerminalTexts): readonly (readonly Failed[])[] {
  const reasons = new Map<string, Failed[]>();
  for (const record of failed) {
    const { detail, properties } = record.error;
    const { message, nextStep } = failureMessage(record.error, texts);
    const reason = JSON.stringify([message, nextStep, detail, properties]);
    reasons.set(reason, [...(reasons.get(reason) ?? []), record]);
  }
  return [...reasons.values()];
}

/** Each reason once, below the records that it is about: one that is of the account is about all of them. */
function reasonBlocks(failed: readonly Failed[], texts: TerminalTexts): readonly Block[] {
  const { objectTypes } = texts.setup.properties;
  return OBJECT_TYPES.flatMap((type) =>
    alike(
      failed.filter(({ objectType }) => objectType === type),
      texts,
    ).flatMap((records) => {
      const ids = records.slice(0, MAX_IDS).map(({ recordId }) => recordId);
      const left = records.length - ids.length;
      const more = left === 0 ? '' : ` ${texts.terminal.adopt.more(left)}`;
      const [first] = records;
      return [
        paragraph(`${objectTypes[type]}: ${ids.join(', ')}${more}`, { depth: 1 }),
        ...(first === undefined
          ? []
          : [paragraph(failureParagraph(first.error, texts), { depth: 2, tone: 'bad' })]),
      ];
    }),
  );
}

/** How many records were synced, and why others were not. */
export function outcomeBlocks(
  total: Total,
  nothing: string,
  { texts }: TerminalPresentation,
): readonly Block[] {
  const { catchUp } = texts.terminal;
  const failed = failedIn(total);
  const synced = total.records.filter((record) => record.status === 'synced');
  const changed = synced.filter(({ changes }) => changes > 0);
  return [
    paragraph(total.records.length === 0 ? nothing : catchUp.done(synced.length, changed.length), {
      tone: failed.length === 0 ? 'good' : 'plain',
    }),
    ...(failed.length === 0 ? [] : [paragraph(catchUp.failed(failed.length), { tone: 'bad' })]),
    ...reasonBlocks(failed, texts),
    ...(total.isBeyondEvents ? [paragraph(catchUp.beyondEvents, { tone: 'attention' })] : []),
    ...(total.runLog === 'failed' ? [paragraph(catchUp.notLogged, { tone: 'attention' })] : []),
  ];
}

/** As the code of a failure alone says little to a program's user. */
export const withMessages = (total: Total, { texts }: TerminalPresentation) => ({
  ...total,
  records: total.records.map((record) =>
    record.status === 'failed'
      ? { ...record, error: { ...record.error, ...failureMessage(record.error, texts) } }
      : record,
  ),
});
