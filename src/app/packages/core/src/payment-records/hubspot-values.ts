import { isCapturedPayment } from '../ledger/captures.ts';
import { toDecimal } from '../money/decimal.ts';
import { formatCurrency } from '../money/format.ts';
import { money } from '../money/money.ts';
import type { Charge } from '../payment/charge.ts';
import type { PaymentRecordValues } from './record-values.ts';

/** HubSpot's own properties of a payment (object 0-101) that an app writes beside its own. */
export type HubSpotPaymentName =
  | 'hs_initial_amount'
  | 'hs_initiated_date'
  | 'hs_currency_code'
  | 'hs_customer_email'
  | 'hs_fees_amount'
  | 'hs_refunds_amount'
  | 'hs_latest_status'
  | 'hs_payment_method_type'
  | 'hs_payment_method_last_4'
  | 'hs_payout_date'
  | 'hs_reference_number'
  | 'hs_processor_type';

/** HubSpot may spell these otherwise than they were written. */
export const HUBSPOT_NUMBERS: ReadonlySet<string> = new Set<HubSpotPaymentName>([
  'hs_initial_amount',
  'hs_fees_amount',
  'hs_refunds_amount',
]);

/** What HubSpot may take with a new payment alone. */
export const OF_NEW_PAYMENT: ReadonlySet<string> = new Set<HubSpotPaymentName>([
  'hs_initiated_date',
  'hs_currency_code',
  'hs_processor_type',
]);

/** True for the names of HubSpot's own properties. */
export const isOfHubSpot = (name: string): boolean => name.startsWith('hs_');

/** HubSpot's words for Stripe's methods; what it has none for is `other`. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['card', 'card'],
  ['card_present', 'card'],
  ['interac_present', 'card'],
  ['us_bank_account', 'ach'],
  ['ach_debit', 'ach'],
  ['sepa_debit', 'sepa'],
  ['bacs_debit', 'bacs'],
  ['acss_debit', 'pads'],
  ['customer_balance', 'wire_transfer'],
]);

/** HubSpot has no authorization: one that is open is on its way, one that was released took no money. */
function statusValue(values: PaymentRecordValues): string {
  const { stripe_payment_status: status, stripe_dispute_status: dispute } = values;
  switch (status) {
    case 'processing':
    case 'waiting':
    case 'authorized':
      return 'processing';
    case 'failed':
    case 'released':
      return 'failed';
    case 'paid':
      return dispute === 'won' ? 'disputed_won' : 'succeeded';
    case 'partially_refunded':
    case 'refunded':
      return status;
    case 'disputed':
      return dispute === 'needs_response' || dispute === 'inquiry'
        ? 'disputed_action_required'
        : 'disputed_awaiting_decision';
    case 'dispute_lost':
      return 'disputed_lost';
    default:
      // A status that Stripe added later.
      return '';
  }
}

/**
 * HubSpot takes a fee in the currency of the payment only: where Stripe settled in another one, or has not
 * finalized it, there is none. A fee below zero, as of one that was returned, is no fee to HubSpot.
 */
function feeValue(values: PaymentRecordValues, currency: string): string {
  const { stripe_settlement_currency: settled, stripe_fee_amount: fee } = values;
  return settled === currency && !fee.startsWith('-') ? fee : '';
}

/**
 * What HubSpot's own properties of a payment say, from the values of its record. All amounts are in the currency
 * that the customer paid in. The date of the payout is left out where payouts were not read.
 */
export function hubSpotPaymentValues(
  charge: Charge,
  values: PaymentRecordValues,
): Readonly<Partial<Record<HubSpotPaymentName, string>>> {
  const currency = formatCurrency(charge.currency);
  const amountMinor = isCapturedPayment(charge) ? charge.amountCapturedMinor : charge.amountMinor;
  const { stripe_payout_date: payoutDate } = values;
  return {
    hs_initial_amount: toDecimal(money(amountMinor, charge.currency)),
    hs_initiated_date: values.stripe_created_date,
    hs_currency_code: currency,
    hs_customer_email: values.stripe_payer_email.includes('@') ? values.stripe_payer_email : '',
    hs_fees_amount: feeValue(values, currency),
    hs_refunds_amount: values.stripe_amount_refunded,
    hs_latest_status: statusValue(values),
    hs_payment_method_type: METHODS.get(charge.method.type) ?? 'other',
    hs_payment_method_last_4: values.stripe_last_four,
    ...(payoutDate !== undefined && {
      hs_payout_date: payoutDate === '' ? '' : `${payoutDate}T00:00:00.000Z`,
    }),
    hs_reference_number: charge.id,
    hs_processor_type: 'none',
  };
}
