import type { RecordView } from '@stripe-payments/core';
import { expect } from 'vitest';
import type { Store } from '../../sandbox/stripe/store/store.ts';
import type { Headline } from '../../src/app/cards/figures/headline.ts';
import { NOW_MS } from './harness.ts';

/** A record as it was read, stored and shown. */
interface Said {
  readonly view: RecordView;
  readonly stored: Readonly<Record<string, string | null>>;
  readonly live: Pick<Headline, 'next'>;
}

const minorOf = (decimal: string | null | undefined): number =>
  Number((decimal ?? '').replace('.', ''));

const textsOf = (headline: Pick<Headline, 'next'>): string =>
  headline.next.flatMap(({ title, lines }) => [title, ...lines]).join('\n');

const secondsOf = (day: string | null | undefined): number => Date.parse(day ?? '') / 1_000;

/** What was seen of these: a check that never applies would pass. */
export const applied = new Set<'retried' | 'first bill'>();

/** When Stripe charges next, and how much: the books against the properties and what is said. */
export function expectNextBills(store: Store, { view, stored, live }: Said): void {
  const { stripe_next_attempt_date: attempt, stripe_first_bill_amount: firstBill } = stored;
  const tried = view.invoices
    .map(({ id }) => store.invoices.get(id))
    .filter((each) => each?.status === 'open' && each.attemptCount > 0)
    .map((each) => each?.nextPaymentAttempt ?? 0)
    .filter((seconds) => seconds * 1_000 > NOW_MS);
  const isRetried = view.summary.status === 'past_due' && tried.length > 0;
  if (attempt) expect(Math.abs(Math.min(...tried) - secondsOf(attempt))).toBeLessThan(129_600);
  else expect(isRetried).toBe(false);
  expect(textsOf(live).includes('Stripe tries to collect it again on')).toBe(isRetried);
  if (isRetried) applied.add('retried');
  const trials = view.subscriptions.filter(({ status }) => status === 'trialing');
  const isOnTrial = stored['stripe_subscription_status'] === 'trialing';
  const billed = isOnTrial && Boolean(firstBill) ? trials : [];
  const sum = billed
    .flatMap(({ items }) => items)
    .reduce((all, item) => all + Number(item.unitAmountDecimal) * (item.quantity ?? 0), 0);
  if (billed.length > 0) expect(minorOf(firstBill)).toBe(sum);
  expect(textsOf(live).includes('The first bill is ')).toBe(billed.length > 0);
  if (billed.length > 0) applied.add('first bill');
}

/** Nothing is asked for where a subscription bills, and matching comes before asking where nothing is linked. */
export function expectNoFalseAsk({ stored, live, view }: Said): void {
  const said = textsOf(live);
  const isBilled = /^(?:active|trialing)$/.test(stored['stripe_subscription_status'] ?? '');
  if (isBilled && view.summary.recurring.nextBillingOn !== null)
    expect(said).not.toMatch(/ask the customer to pay/i);
  const isLinked = Boolean(stored['stripe_customer_id']) || Boolean(stored['stripe_payment_ids']);
  if (view.summary.status === 'none' && !isLinked) expect(said).not.toMatch(/^Ask the customer/m);
  const isPending = stored['stripe_fee_status'] === 'pending';
  if (isPending) expect(said).not.toContain('Nothing to do');
}
