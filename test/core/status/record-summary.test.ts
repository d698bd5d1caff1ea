import { attribute, summarize } from '@stripe-payments/core';
import { expect } from 'vitest';
import { shuffledWithDuplicates, someCharges } from '../../builders/arbitraries.ts';
import { authorization, charge, declined, pendingDebit } from '../../builders/charge.ts';
import { fc, test } from '../../builders/laws.ts';
import { dealKnowledge } from '../../builders/record-knowledge.ts';
import { summaryOf } from '../../builders/summary.ts';

test.prop([
  someCharges.chain((charges) => fc.tuple(fc.constant(charges), shuffledWithDuplicates(charges))),
])('neither order nor duplicates change a summary', ([charges, shuffled]) => {
  expect(summaryOf(shuffled)).toEqual(summaryOf(charges));
});

test('captured payments are counted and dated, and nothing else', () => {
  const summary = summaryOf([
    charge({ created: 1_700_000_200 }),
    charge({ id: 'ch_2', created: 1_700_000_100 }),
    declined({ id: 'ch_3', created: 1_700_000_000 }),
    authorization({ id: 'ch_4', created: 1_700_000_300 }),
    pendingDebit({ id: 'ch_5', created: 1_700_000_400 }),
  ]);
  expect(summary).toMatchObject({
    paymentCount: 2,
    firstPaymentOn: 1_700_000_100,
    lastPaymentOn: 1_700_000_200,
    latestFailure: null,
  });
});

test('the failure of the latest attempt is told', () => {
  const failed = declined({ id: 'ch_2', created: 1_800_000_000 });
  expect(summaryOf([charge(), failed]).latestFailure).toEqual(failed.failure);
});

test('a failure before the latest attempt is not told', () => {
  const failed = declined({ id: 'ch_2', created: 1_700_000_000 });
  expect(summaryOf([charge(), failed]).latestFailure).toBeNull();
});

test('a failure without a reason is told as one', () => {
  expect(summaryOf([declined({ failure: null })]).latestFailure).toEqual({
    code: null,
    reason: null,
    message: null,
  });
});

test('the weakest evidence tells how the payments were found', () => {
  const claimed = charge({ recordClaims: [{ objectType: 'deal', recordId: '1' }] });
  const record = dealKnowledge({ assignedPaymentIds: new Set(['ch_2']) });
  const { match } = summarize(attribute([claimed, charge({ id: 'ch_2' })], record));
  expect(match).toBe('metadata');
});

test('one ambiguous payment makes the match ambiguous, and is not counted', () => {
  const both = charge({
    id: 'ch_2',
    recordClaims: [
      { objectType: 'deal', recordId: '1' },
      { objectType: 'deal', recordId: '2' },
    ],
  });
  const summary = summarize(attribute([charge(), both], dealKnowledge()));
  expect(summary).toMatchObject({ match: 'ambiguous', paymentCount: 1 });
});
