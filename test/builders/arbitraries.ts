import type { Charge, Dispute, Refund } from '@stripe-payments/core';
import { fc } from './laws.ts';
import { NOW_SECONDS } from './summary.ts';
import {
  someAmount,
  someCurrency,
  someBalanceTransaction,
  someTime,
} from './arbitrary-balance-transactions.ts';

export {
  noAmount,
  someAmount,
  someCurrency,
  someBalanceTransaction,
  someBalanceTransactions,
} from './arbitrary-balance-transactions.ts';

const OLD = NOW_SECONDS - 100 * 24 * 60 * 60;

const somePositive = fc.integer({ min: 0, max: 5_000_000 });

const someRefund = fc.record<Refund>({
  id: fc.constant('re'),
  created: someTime,
  reason: fc.constantFrom(null, 'duplicate', 'a_reason_of_next_year'),
  failureReason: fc.constantFrom(null, 'declined'),
  amountMinor: somePositive,
  currency: fc.constant('usd'),
  status: fc.constantFrom(
    'succeeded',
    'pending',
    'requires_action',
    'failed',
    'canceled',
    null,
    'a_status_of_next_year',
  ),
  balanceTransaction: fc.option(someBalanceTransaction),
  failureBalanceTransaction: fc.option(someBalanceTransaction, { freq: 1 }),
});

const someDispute = fc.record<Dispute>({
  id: fc.constant('dp'),
  created: someTime,
  amountMinor: somePositive,
  currency: someCurrency,
  status: fc.constantFrom(
    'needs_response',
    'under_review',
    'won',
    'lost',
    'prevented',
    'warning_needs_response',
    'warning_closed',
    'appeal_under_review',
    'a_status_of_next_year',
  ),
  reason: fc.constantFrom('fraudulent', 'product_not_received'),
  evidenceDueBy: fc.constantFrom(null, 1_796_083_200),
  balanceTransactions: fc.array(someBalanceTransaction, { maxLength: 3 }),
});

const someFailure = fc.record({
  code: fc.constantFrom(null, '', 'card_declined', 'a_code_of_next_year'),
  reason: fc.constantFrom(null, 'insufficient_funds', 'constructor'),
  message: fc.constantFrom(null, 'Declined.'),
});

/** Who the payment is tied to: few enough ids that records, customers and claims meet. */
const someClaim = fc.record({
  objectType: fc.constantFrom('deal', 'contact', 'company'),
  recordId: fc.constantFrom('1', '2', '3'),
});

const anyCharge = fc.record<Charge>({
  id: fc.constant('ch'),
  paymentIntentId: fc.constantFrom(null, 'pi_1', 'pi_2', 'pi_3'),
  paymentIntentStatus: fc.constantFrom(null, 'succeeded', 'requires_capture', 'canceled'),
  isCapturedLater: fc.boolean(),
  customerId: fc.constantFrom(null, 'cus_1', 'cus_2', 'cus_3'),
  billing: fc.constant({ name: null, email: null }),
  country: fc.constantFrom(null, 'US', 'IT'),
  receiptUrl: fc.constant(null),
  // Some so old that a balance transaction which is missing never comes.
  created: fc.constantFrom(NOW_SECONDS, OLD).chain((at) => fc.integer({ min: at - 20, max: at })),
  livemode: fc.boolean(),
  status: fc.constantFrom(
    'succeeded',
    'succeeded',
    'pending',
    'failed',
    'requires_action',
    'a_status_of_next_year',
  ),
  captured: fc.boolean(),
  amountMinor: someAmount,
  amountCapturedMinor: somePositive,
  captureBefore: fc.constant(null),
  currency: someCurrency,
  customerPaid: fc.option(fc.record({ minor: somePositive, currency: someCurrency }), {
    freq: 1,
  }),
  passedOnMinor: fc.option(somePositive, { freq: 1 }),
  description: fc.constantFrom(null, 'Invoice 7'),
  method: fc.constant({ type: 'card', brand: 'visa', last4: '4242' }),
  failure: fc.option(someFailure),
  recordClaims: fc.array(someClaim, { maxLength: 2 }),
  balanceTransaction: fc.option(someBalanceTransaction, { freq: 8 }),
  furtherBalanceTransactions: fc.array(someBalanceTransaction, { maxLength: 1 }),
  failureBalanceTransaction: fc.option(someBalanceTransaction, { freq: 1 }),
  refunds: fc.array(someRefund, { maxLength: 3 }),
  amountRefundedMinor: fc.constant(0),
  hasMoreRefunds: fc.constant(false),
  isDisputed: fc.constant(false),
  disputes: fc.array(someDispute, { maxLength: 2 }),
  hubSpotPayment: fc.constant(null),
  unappliedMinor: fc.constant(0),
});

/** The same charge with ids that no other number gives; refunds are in its currency, as at Stripe. */
function numbered(charge: Charge, number: number): Charge {
  let count = 0;
  const named = <T extends { readonly id: string }>(transaction: T): T => {
    count += 1;
    return { ...transaction, id: `txn_${String(number)}_${String(count)}` };
  };
  const namedOrNull = <T extends { readonly id: string }>(transaction: T | null): T | null =>
    transaction === null ? null : named(transaction);
  return {
    ...charge,
    id: `ch_${String(number)}`,
    balanceTransaction: namedOrNull(charge.balanceTransaction),
    furtherBalanceTransactions: charge.furtherBalanceTransactions.map(named),
    failureBalanceTransaction: namedOrNull(charge.failureBalanceTransaction),
    refunds: charge.refunds.map((refund) => ({
      ...refund,
      currency: charge.currency,
      balanceTransaction: namedOrNull(refund.balanceTransaction),
      failureBalanceTransaction: namedOrNull(refund.failureBalanceTransaction),
    })),
    isDisputed: charge.disputes.length > 0,
    disputes: charge.disputes.map((dispute) => ({
      ...dispute,
      balanceTransactions: dispute.balanceTransactions.map(named),
    })),
  };
}

/** Payments in every state, realistic or not, each with ids of its own. */
export const someCharges: fc.Arbitrary<Charge[]> = fc
  .array(anyCharge, { maxLength: 8 })
  .map((charges) => charges.map(numbered));

export const someCharge: fc.Arbitrary<Charge> = anyCharge.map((charge) => numbered(charge, 1));

/** The items in another order, some of them twice. */
export function shuffledWithDuplicates<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc
    .tuple(fc.shuffledSubarray([...items], { minLength: items.length }), fc.subarray([...items]))
    .map(([all, again]) => [...all, ...again]);
}
