import { ok, openActions, overview, plain, REFUND_TEXT, refundPrepared } from './actions-page.tsx';
import { Alert, Text, Input } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';
import { money } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../../builders/charge.ts';
import { recordView } from '../../builders/record-view.ts';
import { failure, readReply, syncReply } from '../../builders/replies.ts';

const KNOWN = {
  status: 'known',
  fee: money(88, 'usd'),
  net: money(1_912, 'usd'),
  netAfter: money(1_412, 'usd'),
} as const;

const refunded = (status: string) =>
  ok({
    ...{ step: 'done', isExisting: false, userId: '12', isSyncNeeded: true, line: 'left' },
    outcome: {
      ...{ kind: 'refund', refundId: 're_1', amount: money(500, 'usd') },
      ...{ status, failureReason: null },
    },
  });

async function openReviewed(
  outcomes: readonly unknown[],
  kept: Parameters<typeof refundPrepared>[0] = KNOWN,
  failedBefore: Parameters<typeof refundPrepared>[1] = [],
) {
  const view = recordView([charge()]);
  const card = openActions({
    requests: [ok(overview())],
    reads: [readReply(view)],
    changes: [ok(refundPrepared(kept, failedBefore)), ...outcomes],
    syncs: [syncReply(view)],
  });
  await card.shows('No payment requests yet');
  await card.open('refund-panel');
  await card.enter('refund-amount', '5.00');
  await card.click('refund-review');
  return card;
}

test('nothing is read of Stripe before the panel opens', async () => {
  const card = openActions({ requests: [ok(overview())] });
  await card.shows('No payment requests yet');
  expect(card.calls).toEqual(['request-payment']);
});

test('says what goes back, what Stripe keeps, and what is left', async () => {
  const text = (await openReviewed([])).panel('refund-panel');
  // Of two payments of one amount, the day and the payer tell which it is.
  expect(text).toMatch(/\$20\.00, [A-Z][a-z]{2} \d{1,2}, \d{4}, /);
  expect(text).toContain('$5.00 of $20.00 goes to the customer.');
  expect(text).toContain('Stripe keeps its fee of $0.88; net falls to $14.12.');
  expect(text).toContain('Left to refund after that: $15.00');
});

test('an amount above what is left names what is left', async () => {
  const card = await openReviewed([]);
  await card.click('refund-change');
  await card.enter('refund-amount', '20.01');
  expect(card.findByTestId(Input, 'refund-amount').props.validationMessage).toBe(
    'At most $20.00 is left to refund.',
  );
  expect(card.findByTestId(Text, 'refund-waits').text).toBe(
    'To review, correct the fields that are marked.',
  );
});

test('where the last sync found nothing to refund, there is no button, and the card says why', async () => {
  const card = openActions({ requests: [ok(overview({ hasRefundable: false }))] });
  await card.shows('Nothing to refund: the last sync found no payment with money left.');
  await card.shows('For a newer payment, sync the record first.');
  expect(card.button('refund-payment')).toBeNull();
});

test('names what failed before, with its reason where Stripe says one', async () => {
  const failed = (minor: number, reason: string | null) => ({
    amount: money(minor, 'usd'),
    reason,
  });
  const before = [failed(700, 'expired_or_canceled_card'), failed(800, null)];
  const text = (await openReviewed([], KNOWN, before)).panel('refund-panel');
  expect(text).toContain('A refund of $7.00 failed before: the card is expired or canceled.');
  expect(text).toContain('A refund of $8.00 failed before.');
});

test('has what was entered when the user goes back to it', async () => {
  const view = recordView([charge(), charge({ id: 'ch_2', amountMinor: 3_000 })]);
  const card = openActions({
    requests: [ok(overview())],
    reads: [readReply(view)],
    changes: [ok(refundPrepared(KNOWN)), ok(refundPrepared(KNOWN))],
  });
  await card.shows('No payment requests yet');
  await card.open('refund-panel');
  await card.select('refund-choice', 'ch_2');
  await card.enter('refund-amount', '5.00');
  await card.select('refund-reason', 'fraudulent');
  await card.click('refund-review');
  const text = card.panel('refund-panel');
  expect(text).toContain('Reason: Fraudulent');
  expect(text).toContain("Stripe adds the customer's card and email to your block lists.");
  await card.click('refund-change');
  await card.click('refund-review');
  const [first, second] = card.asked('manage-billing');
  expect(first).toMatchObject({
    change: { paymentId: 'ch_2', amount: '5.00', reason: 'fraudulent' },
  });
  expect(second).toEqual(first);
});

test('gives no net after the refund while a fee is pending', async () => {
  const text = (await openReviewed([], { status: 'pending' })).panel('refund-panel');
  expect(text).toContain("Stripe hasn't finalized the fees of this payment");
  expect(text).not.toContain('net falls');
});

test('has the text to confirm and the property in the editor of HubSpot, and sends both', async () => {
  const card = await openReviewed([refunded('succeeded')]);
  expect(card.findByTestId(Text, 'confirmation-text').text).toBe(REFUND_TEXT);
  expect(card.find(CrmPropertyList).props.properties).toEqual(['stripe_confirmation']);
  await card.click('refund-confirm');
  const change = {
    ...{ kind: 'refund', paymentId: 'ch_1', ticket: 'ticket.ch_1' },
    ...{ amount: '5.00', reason: null },
  };
  expect(card.asked('manage-billing')).toEqual([
    { objectType: 'deal', step: 'prepare', change },
    { objectType: 'deal', step: 'confirm', change, digest: 'digest-2', confirmation: REFUND_TEXT },
  ]);
});

test.each([
  ['succeeded', '$5.00 refunded'],
  ['pending', 'The refund of $5.00 is on its way'],
  ['failed', 'The refund of $5.00 failed'],
  ['of_next_year', 'The refund of $5.00 is on its way'],
])(
  'a refund that Stripe calls %s is shown as such, and the record is synced',
  async (status, title) => {
    const card = await openReviewed([refunded(status)]);
    await card.click('refund-confirm');
    expect(plain(card.findByTestId(Alert, 'refund-done').props.title)).toBe(title);
    await card.shows('The new figures are saved.');
    expect(card.calls.at(-1)).toBe('sync-payments');
  },
);

test.each([
  [7, 'Confirmed by Rita Reader.'],
  [8, 'Confirmed by HubSpot user 8.'],
])('who confirmed is named: user %d', async (userId, says) => {
  const card = await openReviewed([{ ...refunded('succeeded'), userId: String(userId) }]);
  await card.click('refund-confirm');
  expect(card.panel('refund-panel')).toContain(says);
});

test('a confirmation that is missing says what to enter and leaves the review open', async () => {
  const card = await openReviewed([failure('confirmation-missing')]);
  await card.click('refund-confirm');
  expect(card.panel('refund-panel')).toContain(
    'Enter the text that is shown, on this record, save it, then continue.',
  );
  expect(card.button('refund-confirm')).not.toBeNull();
  expect(card.calls).not.toContain('sync-payments');
});

test('a record without a payment says so', async () => {
  const card = openActions({ requests: [ok(overview())], reads: [readReply(recordView([]))] });
  await card.shows('No payment requests yet');
  await card.open('refund-panel');
  expect(card.panel('refund-panel')).toContain('No payment of this record can be refunded.');
});

test.each(['confirmation-expired', 'confirmation-other', 'preview-changed'] as const)(
  'after %s the same refund is reviewed again by one button, and not confirmed',
  async (code) => {
    const card = await openReviewed([failure(code), ok(refundPrepared(KNOWN))]);
    await card.click('refund-confirm');
    expect(card.button('refund-confirm')).toBeNull();
    await card.click('refund-again');
    const [first, , second] = card.asked('manage-billing');
    expect(second).toEqual(first);
    expect(card.button('refund-confirm')).not.toBeNull();
    expect(card.panel('refund-panel')).not.toContain("It wasn't done");
  },
);
