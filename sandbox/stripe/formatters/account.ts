import type Stripe from 'stripe';
import { addressIn } from './address.ts';

export interface AccountFacts {
  readonly id: string;
  readonly country: string;
  readonly defaultCurrency: string;
  readonly created: number;
}

const noRequirements = (): Stripe.Account.Requirements => ({
  alternatives: [],
  current_deadline: null,
  currently_due: [],
  disabled_reason: null,
  errors: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
});

const formatSettings = (): Stripe.Account.Settings => ({
  bacs_debit_payments: { display_name: null, service_user_number: null },
  branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
  card_issuing: { tos_acceptance: { date: null, ip: null } },
  card_payments: {
    decline_on: { avs_failure: false, cvc_failure: true },
    statement_descriptor_prefix: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  dashboard: { display_name: 'Northwind Supply', timezone: 'Etc/UTC' },
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

const formatBusinessProfile = (): Stripe.Account.BusinessProfile => ({
  annual_revenue: null,
  estimated_worker_count: null,
  mcc: '5734',
  minority_owned_business_designation: null,
  name: 'Northwind Supply',
  product_description: null,
  specified_commercial_transactions_act_url: null,
  support_address: addressIn(null),
  support_email: null,
  support_phone: null,
  support_url: null,
  url: 'https://northwind.example',
});

export const formatAccount = (facts: AccountFacts): Stripe.Account => ({
  id: facts.id,
  object: 'account',
  business_profile: formatBusinessProfile(),
  business_type: 'company',
  capabilities: { card_payments: 'active', transfers: 'active' },
  charges_enabled: true,
  controller: { type: 'account' },
  country: facts.country,
  created: facts.created,
  default_currency: facts.defaultCurrency,
  details_submitted: true,
  email: 'finance@northwind.example',
  external_accounts: {
    object: 'list',
    data: [],
    has_more: false,
    url: `/v1/accounts/${facts.id}/external_accounts`,
  },
  future_requirements: noRequirements(),
  metadata: {},
  payouts_enabled: true,
  requirements: noRequirements(),
  settings: formatSettings(),
  tos_acceptance: { date: facts.created, ip: null, user_agent: null },
  type: 'standard',
});
