import { openDealCard } from './card-page.tsx';
import { Alert, Button, LoadingButton } from '@hubspot/ui-extensions';
import type { Charge, PaymentFailure } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { authorization, charge, declined } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { invoice } from '../builders/invoice.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import { readReply } from '../builders/replies.ts';
import type { CardPage } from './card-page.tsx';
import { statisticsOf } from './statistics-of.ts';
import { textsIn } from './texts-in.ts';
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
  const { variant, title } = card.findByTestId(Alert, 'next-respond').props;
  expect(variant).toBe('danger');
  expect(title.replaceAll('\u00a0', ' ')).toBe(
    'Respond to 2 disputes in Stripe, the first by Nov 24, 2026',
  );
  expect(card.text()).toContain("If you don't respond in time");
  // To the one with the earliest date.
  expect(card.findByTestId(Button, 'next-respond-action').props.href).toMatchObject({
    url: 'https://dashboard.stripe.com/acct_1/payments/pi_of_ch_b',
  });
});

test('the next date is shown where that of another dispute has passed', async () => {
  const passed = NOVEMBER_24 - 7 * 86_400;
  const card = await openLive([
    disputeOf('ch_a', { evidenceDueBy: passed }),
    disputeOf('ch_b', { evidenceDueBy: DECEMBER_1 }),
  ]);
  const { title } = card.findByTestId(Alert, 'next-respond').props;
  expect(title.replaceAll('\u00a0', ' ')).toBe(
    'Respond to 2 disputes in Stripe, the first by Dec 1, 2026',
  );
});

test('two disputes of one payment are counted', async () => {
  const half = { amountMinor: 1_000, balanceTransactions: [], evidenceDueBy: DECEMBER_1 };
  const disputes = [dispute({ id: 'dp_1', ...half }), dispute({ id: 'dp_2', ...half })];
  const card = await openLive([charge({ disputes })]);
  expect(statisticsOf(card)).toMatchObject({ Disputed: '$20.00' });
  expect(card.text()).toContain('Respond to 2 disputes in Stripe');
});

test('an open dispute without a date asks for a response', async () => {
  const card = await openLive([disputeOf('ch_1', { evidenceDueBy: null })]);
  expect(card.findByTestId(Alert, 'next-respond').props.title).toBe(
    'Respond to a dispute in Stripe',
  );
});

test.each(['under_review', 'won', 'lost', 'warning_needs_response'])(
  'a dispute that is %s raises no alert above the table',
  async (status) => {
    const card = await openLive([disputeOf('ch_1', { status })]);
    expect(card.maybeFindByTestId(Alert, 'next-respond')).toBeNull();
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
  const alert = card.findByTestId(Alert, 'next-failed');
  expect(alert.props.variant).toBe('danger');
  expect(alert.props.title).toMatch(/^Latest payment failed: /);
  expect(alert.props.title).toMatch(reason);
  expect(card.texts().some((text) => move.test(text))).toBe(true);
});

test('a failure followed by a payment shows below its row only', async () => {
  const paidLater = charge({ id: 'ch_2', created: charge().created + 60 });
  const card = await openLive([declined(), paidLater]);
  expect(card.maybeFindByTestId(Alert, 'next-failed')).toBeNull();
  expect(card.text()).toContain('Insufficient funds');
  expect(card.text()).not.toContain('Ask the customer to use');
});

test.each([
  ['needs_response', 'respond', 'Respond to a dispute in Stripe by Dec 1, 2026'],
  ['appeal_needs_response', 'respond', 'Respond to a dispute in Stripe by Dec 1, 2026'],
  [
    'warning_needs_response',
    'inquiry',
    'The bank is asking about a payment. Respond in Stripe by Dec 1, 2026',
  ],
])('a dispute that is %s has the primary button', async (status, kind, title) => {
  const card = await openLive([disputeOf('ch_1', { status, evidenceDueBy: DECEMBER_1 })]);
  const alert = card.findByTestId(Alert, `next-${kind}`);
  expect(alert.props.title.replaceAll('\u00a0', ' ')).toBe(title);
  const button = card.findByTestId(Button, `next-${kind}-action`);
  expect(button).toMatchObject({ text: 'Open in Stripe', props: { variant: 'primary' } });
  expect(card.findByTestId(LoadingButton, 'sync-now').props.variant).toBe('secondary');
  // Before anyone reads that it is paid.
  expect(card.text().indexOf('Open in Stripe')).toBeLessThan(card.text().indexOf('Deal amount'));
});

test('a lost dispute is no call to act', async () => {
  const card = await openLive([disputeOf('ch_1', { status: 'lost', evidenceDueBy: DECEMBER_1 })]);
  expect(card.findAll(Alert).map(({ props }) => props.title)).toEqual(['Nothing to do']);
  expect(card.text()).toContain('$20.00 of the deal amount was lost in a dispute.');
  expect(card.text()).not.toContain('Respond');
});

test('a failed refund is an alert with its amount', async () => {
  const card = await openLive([charge({ refunds: [refund({ status: 'failed' })] })]);
  expect(card.findByTestId(Alert, 'next-refund-failed').props.title).toBe(
    'A refund failed. Repay the customer in another way',
  );
  expect(card.text()).toContain("$5.00 didn't reach the customer.");
});

test('after a merge that lost links there is something to do', async () => {
  const lost = { kind: 'lost-in-merge', customers: [], paymentIds: ['ch_9'] } as const;
  const card = openDealCard({ reads: [readReply(recordView([charge()], { notes: [lost] }))] });
  await card.shows('Two records were merged. Check which other payments belong here');
  expect(card.findByTestId(Button, 'next-merged-action').props.variant).toBe('primary');
  expect(card.text()).not.toContain('Nothing to do');
});

test('nothing is said to be done while a part of it could not be read', async () => {
  const problems = [{ code: 'stripe-permission', permission: 'invoice_read' } as const];
  const card = openDealCard({ reads: [readReply(recordView([charge()], { problems }))] });
  await card.shows('Live from Stripe');
  expect(card.text()).not.toContain('Nothing to do');
});

test('what is authorized is captured in Stripe: one payment has its link, of several none', async () => {
  const one = await openLive([authorization()]);
  expect(one.findByTestId(Button, 'next-capture-action').props.href).toMatchObject({
    url: 'https://dashboard.stripe.com/acct_1/payments/pi_of_ch_1',
  });
  const two = await openLive([authorization(), authorization({ id: 'ch_2' })]);
  expect(two.findByTestId(Alert, 'next-capture').props.title).toContain('Capture $40.00');
  expect(two.maybeFindByTestId(Button, 'next-capture-action')).toBeNull();
});

test('an invoice past due is one step with the payment that failed, before the figures', async () => {
  const overdue = viewOf('deal', {
    charges: [declined()],
    invoices: [invoice({ dueDate: 1_795_000_000, nextPaymentAttempt: NOVEMBER_24 })],
  });
  const card = openDealCard({ reads: [readReply(overdue)] });
  await card.shows('Live from Stripe');
  const ids = card.findAll(Alert).map(({ props }) => props.testId);
  expect(ids).toEqual(['next-past-due']);
  const copy = card.findByTestId(Button, 'next-past-due-action');
  expect(copy).toMatchObject({ text: 'Copy invoice link', props: { variant: 'primary' } });
  const said = textsIn(card.findByTestId(Alert, 'next-past-due'));
  expect(said.slice(0, 3).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
    'Latest payment failed: Insufficient funds.',
    'Stripe tries to collect it again on Nov 24, 2026.',
    'Ask the customer to use another payment method or contact the bank.',
  ]);
  const text = card.text();
  expect(text.indexOf('An invoice is overdue')).toBeLessThan(text.indexOf('Deal amount'));
});

test('net so far says how many payments are pending', async () => {
  const pending = charge({ id: 'ch_2', balanceTransaction: null });
  const card = await openLive([charge(), pending]);
  expect(card.text().replaceAll('\u00a0', ' ')).toContain('$19.12 so far, 1 payment pending');
  expect(card.text()).toContain("Stripe hasn't finalized all fees yet");
});
