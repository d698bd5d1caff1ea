import { BILLING_EXPANDABLE } from './expandable-billing.ts';
import { NEVER, one, type Expandable } from './expansion-target.ts';
import type { ObjectName } from './object-name.ts';

/** The fields that the types of `stripe` 23.1.0 give as `string | SomeObject`. */
export const EXPANDABLE: Readonly<Record<ObjectName, Expandable>> = {
  ...BILLING_EXPANDABLE,
  balance_transaction: { source: one('charge', 'refund', 'dispute') },
  charge: {
    application: NEVER,
    application_fee: NEVER,
    balance_transaction: one('balance_transaction'),
    customer: one('customer'),
    failure_balance_transaction: one('balance_transaction'),
    on_behalf_of: NEVER,
    payment_intent: one('payment_intent'),
    refunds: { kind: 'list', object: 'refund' },
    review: NEVER,
    source_transfer: NEVER,
  },
  customer: { default_source: NEVER, test_clock: NEVER },
  dispute: { charge: one('charge'), payment_intent: one('payment_intent') },
  event: {},
  payment_intent: {
    application: NEVER,
    customer: one('customer'),
    latest_charge: one('charge'),
    on_behalf_of: NEVER,
    review: NEVER,
    source: NEVER,
  },
  payment_link: { application: NEVER, line_items: NEVER, on_behalf_of: NEVER },
  payout: {
    application_fee: NEVER,
    balance_transaction: one('balance_transaction'),
    destination: NEVER,
    failure_balance_transaction: one('balance_transaction'),
    original_payout: NEVER,
    reversed_by: NEVER,
  },
  refund: {
    balance_transaction: one('balance_transaction'),
    charge: one('charge'),
    customer: one('customer'),
    failure_balance_transaction: one('balance_transaction'),
    payment_intent: one('payment_intent'),
    source_transfer_reversal: NEVER,
    transfer_reversal: NEVER,
  },
};
