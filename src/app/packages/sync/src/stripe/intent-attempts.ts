import type { Charge, PaymentFailure, PaymentMethod } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { Gather } from './batches.ts';
import { inBatches } from './batches.ts';
import { knownCurrency } from './checked-values.ts';
import type { SeenCustomers } from './customers.ts';
import { withCustomers } from './customers.ts';
import { inList, inParts, PAGE_SIZE } from './lists.ts';
import type { OtherKeys, StripeApi } from './metadata.ts';
import { claimsIn, idOf } from './metadata.ts';
import { anyOf, equals, MAX_CLAUSES } from './query.ts';

/** What a PaymentIntent that no charge shows has come to, in the words of a charge's status. */
type Outcome = Pick<Charge, 'status' | 'failure' | 'unappliedMinor' | 'method'>;

const UNKNOWN_METHOD: PaymentMethod = { type: 'unknown', brand: null, last4: null };

/** The method that was asked for; several on offer say nothing. */
function methodOffered({ payment_method_types: types }: Stripe.PaymentIntent): PaymentMethod {
  const [only, ...others] = types;
  return only === undefined || others.length > 0
    ? UNKNOWN_METHOD
    : { ...UNKNOWN_METHOD, type: only };
}

/** `boleto_display_details` is a boleto; a bank transfer is paid from the customer's cash balance. */
function methodAwaited(intent: Stripe.PaymentIntent): PaymentMethod {
  const action = intent.next_action?.type ?? '';
  if (action === 'display_bank_transfer_instructions') {
    return { ...UNKNOWN_METHOD, type: 'customer_balance' };
  }
  const [, voucher] = /^([a-z]+)_display_/.exec(action) ?? [];
  return voucher === undefined ? methodOffered(intent) : { ...UNKNOWN_METHOD, type: voucher };
}

/** What of a bank transfer has arrived while the rest is still to come: it pays nothing yet. */
function unappliedOf({ amount, next_action: action }: Stripe.PaymentIntent): number {
  const remaining = action?.display_bank_transfer_instructions?.amount_remaining ?? amount;
  return Math.max(0, amount - remaining);
}

function failureOf(error: Stripe.PaymentIntent.LastPaymentError): PaymentFailure {
  return {
    code: error.code ?? null,
    reason: error.decline_code ?? null,
    message: error.message ?? null,
  };
}

function methodTried(
  intent: Stripe.PaymentIntent,
  { payment_method: method }: Stripe.PaymentIntent.LastPaymentError,
): PaymentMethod {
  if (method === undefined) return methodOffered(intent);
  const { type, card, us_bank_account: bank } = method;
  return {
    type,
    brand: card?.brand ?? bank?.bank_name ?? null,
    last4: card?.last4 ?? bank?.last4 ?? null,
  };
}

/** Null where a charge shows the attempt, or there was none: an open invoice's own PaymentIntent. */
function outcomeOf(intent: Stripe.PaymentIntent): Outcome | null {
  const { status, last_payment_error: error, latest_charge: charge } = intent;
  if (status === 'requires_action') {
    const unappliedMinor = unappliedOf(intent);
    return { status, failure: null, unappliedMinor, method: methodAwaited(intent) };
  }
  if (status === 'processing' && charge === null) {
    const method = methodOffered(intent);
    return { status: 'pending', failure: null, unappliedMinor: 0, method };
  }
  // Where the bank was never asked, as after a failed authentication, there is an error and no charge.
  const hasFailed = status === 'requires_payment_method' || status === 'canceled';
  if (!hasFailed || error === null || typeof error.charge === 'string') return null;
  const method = methodTried(intent, error);
  return { status: 'failed', failure: failureOf(error), unappliedMinor: 0, method };
}

/** A PaymentIntent as a payment without money; null where it is none, or a charge shows it. */
function mapIntent(intent: Stripe.PaymentIntent, otherKeys: OtherKeys): Charge | null {
  const outcome = outcomeOf(intent);
  if (outcome === null) return null;
  return {
    id: intent.id,
    paymentIntentId: intent.id,
    paymentIntentStatus: intent.status,
    isCapturedLater: intent.capture_method === 'manual',
    customerId: idOf(intent.customer),
    billing: { name: null, email: null },
    country: null,
    receiptUrl: null,
    created: intent.created,
    livemode: intent.livemode,
    captured: false,
    amountMinor: intent.amount,
    amountCapturedMinor: 0,
    captureBefore: null,
    currency: knownCurrency(intent.id, intent.currency),
    description: intent.description,
    recordClaims: claimsIn(intent.metadata, otherKeys),
    balanceTransaction: null,
    furtherBalanceTransactions: [],
    failureBalanceTransaction: null,
    refunds: [],
    amountRefundedMinor: 0,
    hasMoreRefunds: false,
    isDisputed: false,
    disputes: [],
    customerPaid: null,
    passedOnMinor: null,
    hubSpotPayment: null,
    ...outcome,
  };
}

export const attemptsIn = (
  intents: readonly Stripe.PaymentIntent[],
  otherKeys: OtherKeys,
): readonly Charge[] =>
  intents.map((intent) => mapIntent(intent, otherKeys)).filter((attempt) => attempt !== null);

interface AttemptParts {
  readonly stripe: StripeApi;
  readonly seen: SeenCustomers;
  readonly nowMs: () => number;
  readonly gather: Gather;
}

/**
 * Of the customer's newest hundred. One page is enough: what waits for a customer expires within days,
 * and reading all would double the calls of everyone who pays a lot.
 */
async function listAttempts(
  { stripe, seen }: AttemptParts,
  customer: string,
): Promise<readonly Charge[]> {
  const { data: intents } = await withCustomers(seen, (expand) =>
    stripe.paymentIntents.list({ customer, limit: PAGE_SIZE, expand }),
  );
  return attemptsIn(intents, stripe.otherKeys);
}

/** Fewer customers are listed at no more calls. */
const MIN_SEARCHED = 3;

/** Longer than searches are behind: under a minute, says https://docs.stripe.com/search#data-freshness. */
const RECENT_MS = 15 * 60_000;

/** Of the customers those that a search cannot clear; all of them where it does not say it all. */
async function unclearCustomers(
  { stripe, seen }: AttemptParts,
  customers: readonly string[],
): Promise<readonly string[]> {
  const [query = ''] = anyOf(customers.map((id) => equals('customer', id)));
  const expand = inList(['customer']);
  const page = await stripe.paymentIntents.search({ query, limit: PAGE_SIZE, expand });
  if (page.has_more) return customers;
  seen.add(page.data.map(({ customer }) => customer));
  // What has succeeded stays so, and a charge shows it; anything else may have changed since.
  const unclear = page.data.filter(({ status }) => status !== 'succeeded');
  return unclear.flatMap(({ customer }) => idOf(customer) ?? []);
}

/** Undefined where there are more than a page: then a search is behind by too many. */
async function recentCustomers({
  stripe,
  nowMs,
}: AttemptParts): Promise<readonly string[] | undefined> {
  const created = { gte: Math.floor((nowMs() - RECENT_MS) / 1_000) };
  const { data, has_more: hasMore } = await stripe.paymentIntents.list({
    created,
    limit: PAGE_SIZE,
  });
  return hasMore ? undefined : data.flatMap(({ customer }) => idOf(customer) ?? []);
}

/**
 * Payments of customers that no charge shows. Of several customers a search tells which have none, and
 * only the others are listed.
 */
export function createAttempts(
  parts: AttemptParts,
): (customer: string) => Promise<readonly Charge[]> {
  let recent: Promise<readonly string[] | undefined> | undefined;
  const toList = async (customers: readonly string[]): Promise<ReadonlySet<string>> => {
    try {
      recent ??= recentCustomers(parts);
      const [found, ...unclear] = await Promise.all([
        recent,
        ...inParts(customers, MAX_CLAUSES).map((part) => unclearCustomers(parts, part)),
      ]);
      return new Set(found === undefined ? customers : [...found, ...unclear.flat()]);
    } catch {
      // There may be no search; the lists say what else is wrong.
      return new Set(customers);
    }
  };
  return inBatches((customers) => {
    const searched = [...new Set(customers)].filter(parts.seen.isInLists);
    const listed = searched.length < MIN_SEARCHED ? undefined : toList(searched);
    return async (customer) => {
      const isListed = !searched.includes(customer) || ((await listed)?.has(customer) ?? true);
      return isListed ? listAttempts(parts, customer) : [];
    };
  }, parts.gather);
}

/** Of one PaymentIntent that has no charge. */
export async function attemptsOfIntent(
  { paymentIntents, otherKeys }: StripeApi,
  id: string,
): Promise<readonly Charge[]> {
  return attemptsIn([await paymentIntents.retrieve(id)], otherKeys);
}
