import type Stripe from 'stripe';
import type { AccountRow } from '../entities/account.ts';
import { addressIn } from './address.ts';

const formatSettings = (businessName: string | null): Stripe.Account.Settings => ({
  bacs_debit_payments: { display_name: null, service_user_number: null },
  branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
  card_issuing: { tos_acceptance: { date: null, ip: null } },
  card_payments: {
    decline_on: { avs_failure: false, cvc_failure: true },
    statement_descriptor_prefix: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  dashboard: { display_name: businessName, timezone: 'Etc/UTC' },
  invoices: { default_account_tax_ids: null, hosted_payment_method_save: null },
  payments: {
    statement_descriptor: 'NORTHWIND SUPPLY',
    statement_descriptor_kana: null,
    statement_descriptor_kanji: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  payouts: {
    debit_negative_balances: true,
    schedule: { delay_days: 2, interval: 'daily' },
    statement_descriptor: null,
  },
  sepa_debit_payments: {},
});

const formatBusinessProfile = (businessName: string | null): Stripe.Account.BusinessProfile => ({
  annual_revenue: null,
  estimated_worker_count: null,
  mcc: '5734',
  minority_owned_business_designation: null,
  name: businessName,
  product_description: null,
  specified_commercial_transactions_act_url: null,
  support_address: addressIn(null),
  support_email: null,
  support_phone: null,
  support_url: null,
  url: 'https://northwind.example',
});

/** Stripe may leave these out of what a restricted key is answered. */
type Detail =
  'capabilities' | 'country' | 'default_currency' | 'future_requirements' | 'requirements';

const formatDetails = (row: AccountRow): Required<Pick<Stripe.Account, Detail>> => ({
  capabilities: row.capabilities,
  country: row.country,
  default_currency: row.defaultCurrency,
  future_requirements: row.futureRequirements,
  requirements: row.requirements,
});

export const formatAccount = (row: AccountRow, hasDetails: boolean): Stripe.Account => ({
  id: row.id,
  object: 'account',
  business_profile: formatBusinessProfile(row.businessName),
  business_type: row.businessType,
  charges_enabled: row.chargesEnabled,
  controller: { type: 'account' },
  created: row.created,
  details_submitted: row.detailsSubmitted,
  email: 'finance@northwind.example',
  external_accounts: {
    object: 'list',
    data: [],
    has_more: false,
    url: `/v1/accounts/${row.id}/external_accounts`,
  },
  metadata: {},
  payouts_enabled: row.payoutsEnabled,
  settings: formatSettings(row.businessName),
  tos_acceptance: {
    date: row.detailsSubmitted ? row.created : null,
    ip: null,
    user_agent: null,
  },
  type: 'standard',
  ...(hasDetails && formatDetails(row)),
});
