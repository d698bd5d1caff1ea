import { openDealCard } from './card-page.tsx';
import { Alert, Link } from '@hubspot/ui-extensions';
import type { Charge, PaymentFailure } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { authorization, charge, declined, pendingDebit } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { invoice } from '../builders/invoice.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import { readReply } from '../builders/replies.ts';
import type { CardPage } from './card-page.tsx';
import { viewOf } from './views.ts';

async function openLive(charges: readonly Charge[]): Promise<CardPage> {
  const card = openDealCard({ reads: [readReply(recordView(charges))] });
  await card.shows('Live from Stripe');
  return card;
}

const disputeOf = (id: string, facts: Parameters<typeof dispute>[0]): Charge =>
  charge({ id, disputes: [dispute({ id: `dp_${id}`, balanceTransactions: [], ...facts })] });

// 2026-12-01 and a week before, in the middle of a day in Rome.
const DECEMBER_1 = 1_796_126_400;
const NOVEMBER_24 = DECEMBER_1 - 7 * 86_400;

test('an alert above the table counts open disputes of all pages, with the earliest date', async () => {
  const paid = Array.from({ length: 30 }, (_, index) => charge({ id: `ch_${String(index)}` }));
  const old = charge().created - 1_000;
  const card = await openLive([
    ...paid,
    { ...disputeOf('ch_a', { evidenceDueBy: DECEMBER_1 }), created: old },
    { ...disputeOf('ch_b', { evidenceDueBy: NOVEMBER_24 }), created: old },
    { ...disputeOf('ch_c', { status: 'lost', evidenceDueBy: null }), created: old },
  ]);
  expect(card.findByTestId(Alert, 'disputes').props).toMatchObject({
    variant: 'danger',
    title: '2 disputes need a response',
  });
  expect(card.text()).toContain("Respond in Stripe by Nov 24, 2026. If you don't respond in time");
  // To the one with the earliest date.
  expect(card.findByTestId(Link, 'disputes-in-stripe').props.href).toMatchObject({
    url: 'https://dashboard.stripe.com/acct_1/payments/pi_of_ch_b',
  });
});

test('an open dispute without a date asks for a response', async () => {
  const card = await openLive([disputeOf('ch_1', { evidenceDueBy: null })]);
  expect(card.text()).toMatch(
    /A dispute needs a response\nRespond in Stripe\. If you don't respond/,
  );
});

test.each(['under_review', 'won', 'lost', 'warning_needs_response'])(
  'a dispute that is %s raises no alert above the table',
  async (status) => {
    const card = await openLive([disputeOf('ch_1', { status })]);
    expect(card.maybeFindByTestId(Alert, 'disputes')).toBeNull();
  },
);

const failureOf = (overrides: Partial<PaymentFailure>): PaymentFailure => ({
  code: 'card_declined',
  reason: null,
  message: null,
  ...overrides,
});

test.each([
  [failureOf({ reason: 'expired_card' }), 'The card has expired', /^Ask the customer/],
  [failureOf({ reason: 'approve_with_id' }), "The bank couldn't authorize the payment", /later/],
  [failureOf({ code: 'code_of_2030' }), /code_of_2030|code of 2030/, /Stripe/],
])('the latest failure says why and who has to act', async (failure, reason, move) => {
  const card = await openLive([declined({ failure })]);
  const alert = card.findByTestId(Alert, 'failure');
  expect(alert.props.variant).toBe('danger');
  expect(alert.props.title).toMatch(/^Latest payment failed: /);
  expect(alert.props.title).toMatch(reason);
  expect(card.texts().some((text) => move.test(text))).toBe(true);
});

test('a failure followed by a payment shows below its row only', async () => {
  const paidLater = charge({ id: 'ch_2', created: charge().created + 60 });
  const card = await openLive([declined(), paidLater]);
  expect(card.maybeFindByTestId(Alert, 'failure')).toBeNull();
  expect(card.text()).toContain('Insufficient funds');
  expect(card.text()).not.toContain('Ask the customer');
});

test.each([
  ['needs_response', 'disputes', 'A dispute needs a response'],
  ['appeal_needs_response', 'disputes', 'A dispute needs a response'],
  ['warning_needs_response', 'inquiry', 'The bank is asking about a payment'],
])('a dispute that is %s is an alert', async (status, testId, title) => {
  const card = await openLive([disputeOf('ch_1', { status, evidenceDueBy: DECEMBER_1 })]);
  expect(card.findByTestId(Alert, testId).props.title).toBe(title);
  expect(card.findByTestId(Link, `${testId}-in-stripe`).text).toBe('Open in Stripe');
  // Before anyone reads that it is paid.
  expect(card.text().indexOf(title)).toBeLessThan(card.text().indexOf('Deal amount'));
  expect(card.text()).toContain('by Dec 1, 2026');
});

test('a lost dispute is neither an alert nor a call to act', async () => {
  const card = await openLive([disputeOf('ch_1', { status: 'lost', evidenceDueBy: DECEMBER_1 })]);
  expect(card.findAll(Alert)).toEqual([]);
  expect(card.text()).toContain('$20.00 of the deal amount was lost in a dispute.');
  expect(card.text()).not.toContain('Respond');
});

test('a failed refund is an alert with its amount', async () => {
  const card = await openLive([charge({ refunds: [refund({ status: 'failed' })] })]);
  expect(card.findByTestId(Alert, 'refund-failed').props.title).toBe('A refund failed');
  expect(card.text()).toContain('A refund of $5.00 failed');
});

test.each<[string, readonly Charge[], string]>([
  [
    'an authorization',
    [authorization({ captureBefore: DECEMBER_1 })],
    '$20.00 is authorized until Dec 1, 2026. Capture it in Stripe before then.',
  ],
  [
    'a debit on its way',
    [pendingDebit()],
    '$20.00 is on its way from the bank, expected on Nov 24, 2026.',
  ],
])('%s says what comes next in one line', async (_what, charges, text) => {
  const card = await openLive(charges);
  const { title, variant } = card.findByTestId(Alert, 'next').props;
  expect(title.replaceAll('\u00a0', ' ')).toBe(text);
  expect(variant).toBe('info');
});

test('what is authorized is captured in Stripe: one payment has its link, of several none', async () => {
  const one = await openLive([authorization()]);
  expect(one.findByTestId(Link, 'capture-in-stripe').props.href).toMatchObject({
    url: 'https://dashboard.stripe.com/acct_1/payments/pi_of_ch_1',
  });
  const two = await openLive([authorization(), authorization({ id: 'ch_2' })]);
  expect(two.findByTestId(Alert, 'next').props.title).toContain('$40.00 is authorized');
  expect(two.maybeFindByTestId(Link, 'capture-in-stripe')).toBeNull();
  const debit = await openLive([pendingDebit()]);
  expect(debit.maybeFindByTestId(Link, 'capture-in-stripe')).toBeNull();
});

test('an invoice past due is said beside the payment that failed, before the figures', async () => {
  const overdue = viewOf('deal', {
    charges: [declined()],
    invoices: [invoice({ dueDate: 1_795_000_000 })],
  });
  const card = openDealCard({ reads: [readReply(overdue)] });
  await card.shows('Live from Stripe');
  const ids = card.findAll(Alert).map(({ props }) => props.testId);
  expect(ids).toEqual(['failure', 'next']);
  const text = card.text();
  expect(text.indexOf('An invoice is overdue')).toBeLessThan(text.indexOf('Deal amount'));
});

test('net so far says how many payments are pending', async () => {
  const pending = charge({ id: 'ch_2', balanceTransaction: null });
  const card = await openLive([charge(), pending]);
  expect(card.text().replaceAll('\u00a0', ' ')).toContain('$19.12 so far, 1 payment pending');
  expect(card.text()).toContain('Sync again after that to save gross, fees and net.');
});
