import type { HubSpotAccount } from '../model/entities.ts';
import type { StandardProperty } from './define.ts';
import { READ_ONLY, currencyOptions, optionsOf, recordProperties, standard } from './define.ts';

const INFORMATION = 'payment_information';

export const PAYMENT_GROUPS: Readonly<Record<string, string>> = {
  [INFORMATION]: 'Payment information',
};

/**
 * Of the payments guide (2026-03, March 2026), as far as the product reads them. Which property of a
 * payment by HubSpot's own processing has Stripe's id is not documented.
 */
export const paymentProperties = (account: HubSpotAccount): readonly StandardProperty[] => [
  ...recordProperties(INFORMATION),
  standard(INFORMATION, 'createdate', 'Create date', 'datetime', READ_ONLY),
  standard(INFORMATION, 'hs_lastmodifieddate', 'Last modified date', 'datetime', READ_ONLY),
  standard(INFORMATION, 'hs_payment_id', 'Payment ID', 'string', READ_ONLY),
  standard(INFORMATION, 'hs_reference_number', 'Reference number', 'string'),
  standard(INFORMATION, 'hs_initial_amount', 'Gross amount', 'number'),
  standard(INFORMATION, 'hs_initiated_date', 'Payment date', 'datetime'),
  standard(INFORMATION, 'hs_currency_code', 'Currency', 'enumeration', {
    options: currencyOptions(account),
  }),
  standard(INFORMATION, 'hs_processor_type', 'Processor', 'enumeration', {
    options: optionsOf({
      hs_payments: 'HubSpot payments',
      byo_stripe: 'Stripe',
      none: 'None',
      quickbooks: 'QuickBooks',
      xero: 'Xero',
    }),
  }),
  standard(INFORMATION, 'hs_customer_email', 'Customer', 'string'),
  standard(INFORMATION, 'hs_fees_amount', 'Fees', 'number'),
  standard(INFORMATION, 'hs_refunds_amount', 'Refunds', 'number'),
  standard(INFORMATION, 'hs_latest_status', 'Status', 'enumeration', {
    options: optionsOf({
      processing: 'Processing',
      succeeded: 'Succeeded',
      failed: 'Failed',
      partially_refunded: 'Partially refunded',
      refunded: 'Refunded',
      processing_refund: 'Processing refund',
      disputed_won: 'Disputed: won',
      disputed_lost: 'Disputed: lost',
      disputed_action_required: 'Disputed: action required',
      disputed_awaiting_decision: 'Disputed: awaiting decision',
    }),
  }),
  standard(INFORMATION, 'hs_payment_method_type', 'Payment method', 'enumeration', {
    options: optionsOf({
      card: 'Card',
      ach: 'ACH',
      cash: 'Cash',
      check: 'Check',
      wire_transfer: 'Wire transfer',
      other: 'Other',
      sepa: 'SEPA',
      bacs: 'BACS',
      pads: 'PADs',
    }),
  }),
  standard(INFORMATION, 'hs_payment_method_last_4', 'Last four digits', 'string'),
  standard(INFORMATION, 'hs_payout_date', 'Payout date', 'datetime'),
  standard(INFORMATION, 'hs_internal_comment', 'Internal comment', 'string'),
  standard(INFORMATION, 'hs_net_amount', 'Net amount', 'number', READ_ONLY),
  standard(INFORMATION, 'hs_platform_fee', 'Platform fee', 'number', READ_ONLY),
  standard(INFORMATION, 'hs_settlement_currency_code', 'Settlement currency', 'string', READ_ONLY),
  ...['fees_amount', 'net_amount', 'platform_fee'].map((name) =>
    standard(INFORMATION, `hs_${name}_in_settlement_currency`, name, 'number', READ_ONLY),
  ),
];
