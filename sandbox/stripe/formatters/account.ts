import type Stripe from 'stripe';
import type {
  AccountRow,
  BalanceTransactionRow,
  EventRow,
  WebhookEndpointRow,
} from '../entities/account.ts';
import { addressIn, secondsOf, type FormatView } from './view.ts';

const formatSettings = ({
  businessName,
  payoutSchedule: interval,
}: AccountRow): Stripe.Account.Settings => ({
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
    schedule: {
      delay_days: 2,
      interval,
      ...(interval === 'weekly' ? { weekly_payout_days: ['monday' as const] } : {}),
    },
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
  settings: formatSettings(row),
  tos_acceptance: {
    date: row.detailsSubmitted ? row.created : null,
    ip: null,
    user_agent: null,
  },
  type: 'standard',
  ...(hasDetails && formatDetails(row)),
});

type Funds = Stripe.Balance.Available & {
  readonly source_types: Stripe.Balance.Available.SourceTypes;
};

function sumOf(
  rows: readonly BalanceTransactionRow[],
  fundsType?: 'card' | 'bank_account',
): number {
  return rows
    .filter((row) => fundsType === undefined || row.fundsType === fundsType)
    .reduce((sum, row) => sum + row.amount - row.fee, 0);
}

const fundsOf = (currency: string, rows: readonly BalanceTransactionRow[]): Funds => ({
  amount: sumOf(rows),
  currency,
  source_types: { bank_account: sumOf(rows, 'bank_account'), card: sumOf(rows, 'card') },
});

/** What was paid out is a transaction too, so the balance is the sum of all of them. */
export function formatBalance(
  rows: readonly BalanceTransactionRow[],
  settlementCurrencies: readonly string[],
  view: FormatView,
): Stripe.Balance {
  const now = secondsOf(view.nowMs);
  const currencies = [...new Set([...settlementCurrencies, ...rows.map((row) => row.currency)])];
  const funds = (isAvailable: boolean): Funds[] =>
    currencies.map((currency) =>
      fundsOf(
        currency,
        rows.filter((row) => row.currency === currency && row.availableOn <= now === isAvailable),
      ),
    );
  return {
    object: 'balance',
    available: funds(true),
    connect_reserved: currencies.map((currency) => ({ amount: 0, currency })),
    livemode: view.livemode,
    pending: funds(false),
  };
}

export const formatBalanceTransaction = (
  row: BalanceTransactionRow,
  view: FormatView,
): Stripe.BalanceTransaction => ({
  id: row.id,
  object: 'balance_transaction',
  amount: row.amount,
  available_on: row.availableOn,
  balance_type: 'payments',
  created: row.created,
  currency: row.currency,
  description: row.description,
  exchange_rate: row.exchangeRate === null ? null : Number(row.exchangeRate),
  fee: row.fee,
  fee_details: row.feeDetails.map((detail) => ({
    amount: detail.amount,
    application: null,
    currency: row.currency,
    description: detail.description,
    type: detail.type,
  })),
  net: row.amount - row.fee,
  reporting_category: row.reportingCategory,
  source: row.source,
  status: row.availableOn <= secondsOf(view.nowMs) ? 'available' : 'pending',
  type: row.type,
});

/** The version this stand-in speaks: the pin of `stripe` 23.1.0. */
export const API_VERSION = '2026-10-28.endive';

export const formatEvent = (row: EventRow, view: FormatView): Stripe.EventBase => ({
  id: row.id,
  object: 'event',
  api_version: API_VERSION,
  created: row.created,
  data: {
    object: row.object,
    ...(row.previousAttributes === null ? {} : { previous_attributes: row.previousAttributes }),
  },
  livemode: view.livemode,
  pending_webhooks: row.isDelivered ? 0 : 1,
  request: { id: null, idempotency_key: null },
  type: row.type,
});

/** A secret is shown once, when the endpoint is created. */
export const formatWebhookEndpoint = (
  row: WebhookEndpointRow,
  view: FormatView,
): Stripe.WebhookEndpoint => ({
  id: row.id,
  object: 'webhook_endpoint',
  api_version: row.apiVersion,
  application: null,
  created: row.created,
  description: null,
  enabled_events: [...row.enabledEvents],
  livemode: view.livemode,
  metadata: row.metadata,
  status: row.isEnabled ? 'enabled' : 'disabled',
  url: row.url,
});
