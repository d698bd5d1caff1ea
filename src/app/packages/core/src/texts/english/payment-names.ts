import type { FeeKind } from '../../ledger/fee-kind.ts';
import type { ChargeStatus } from '../../status/charge-status.ts';

export const chargeStatus: Record<ChargeStatus, string> = {
  processing: 'Processing',
  waiting: 'Waiting for customer',
  authorized: 'Authorized',
  released: 'Authorization released',
  paid: 'Paid',
  partially_refunded: 'Partially refunded',
  refunded: 'Refunded',
  disputed: 'Disputed',
  dispute_lost: 'Dispute\u00a0lost',
  failed: 'Failed',
  incomplete: 'Incomplete',
  unknown: 'Unknown',
};

export const feeKinds: Record<FeeKind, string> = {
  processing: 'Processing fees',
  tax: 'Tax on fees',
  application: 'Application fees',
  passthrough: 'Passthrough fees',
  withheld_tax: 'Withheld tax',
  dispute: 'Dispute fees',
  unclassified: 'Other fees',
};

/** Methods and card brands; one that is not here is shown by Stripe's own name. */
export const methods = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
  card: 'Card',
  link: 'Link',
  paypal: 'PayPal',
  klarna: 'Klarna',
  ideal: 'iDEAL',
  bancontact: 'Bancontact',
  customer_balance: 'Bank transfer',
  us_bank_account: 'Bank account',
  sepa_debit: 'SEPA debit',
  bacs_debit: 'Bacs debit',
  acss_debit: 'Pre-authorized debit',
};
