import type { RecordSummary, StripeObjects } from '@stripe-payments/core';
import { matchObjects, emptySummary, mergeSummaries, summarize } from '@stripe-payments/core';
import { expect } from 'vitest';
import { renamed, someObjects, together } from '../../builders/arbitrary-objects.ts';
import { test } from '../../builders/laws.ts';
import { unsafeNumbersIn } from '../../builders/numbers-in.ts';
import { dealKnowledge, recordClaims, payer } from '../../builders/record-knowledge.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

/** `cus_1` is linked here and metadata may name deal 2; `cus_2` is that of a contact with two deals. */
const knowledges = [
  dealKnowledge({}, { competingRecords: [recordClaims('deal', '2')] }),
  dealKnowledge(
    { linkedCustomerIds: new Set() },
    { payers: [payer('contact', '1', ['1', '2'], { linkedCustomerIds: new Set(['cus_2']) })] },
  ),
];

const summariesOf = (objects: StripeObjects): readonly RecordSummary[] =>
  knowledges.map((knowledge) => summarize(matchObjects(objects, knowledge), NOW_SECONDS));

const merged = (
  first: readonly RecordSummary[],
  second: readonly RecordSummary[],
): readonly RecordSummary[] =>
  first.map((summary, index) => mergeSummaries(summary, second[index] ?? emptySummary));

test.prop([someObjects, someObjects])(
  'the summaries of two parts make that of the whole',
  (left, right) => {
    const [first, second] = [renamed(left, 'a'), renamed(right, 'b')];
    expect(merged(summariesOf(first), summariesOf(second))).toEqual(
      summariesOf(together(first, second)),
    );
  },
);

test.prop([someObjects, someObjects])('which part comes first does not matter', (left, right) => {
  const [first, second] = [summariesOf(renamed(left, 'a')), summariesOf(renamed(right, 'b'))];
  expect(merged(second, first)).toEqual(merged(first, second));
});

test.prop([someObjects, someObjects, someObjects])(
  'three parts make the same in any grouping',
  (...parts) => {
    const [a = [], b = [], c = []] = parts.map((part, index) =>
      summariesOf(renamed(part, String(index))),
    );
    expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)));
  },
);

test.prop([someObjects])('nothing more changes nothing', (objects) => {
  for (const summary of summariesOf(objects)) {
    expect(mergeSummaries(summary, emptySummary)).toEqual(summary);
    expect(mergeSummaries(emptySummary, summary)).toEqual(summary);
  }
});

test.prop([someObjects])('a summary survives JSON, in which it travels', (objects) => {
  const summaries = summariesOf(objects);
  expect(JSON.parse(JSON.stringify(summaries))).toEqual(summaries);
  expect(unsafeNumbersIn(summaries)).toEqual([]);
});

test('the summary of nothing is the empty one', () => {
  expect(
    summariesOf({ customers: [], charges: [], invoices: [], subscriptions: [], checkouts: [] }),
  ).toEqual([emptySummary, emptySummary]);
});
