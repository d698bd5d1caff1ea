import type { Ports } from '../../../src/app/packages/sync/src/ports.ts';

export type Item = Readonly<Record<string, unknown>>;
export type Ask = (stripe: Ports['stripe']) => Promise<unknown>;

const common = { created: 1_790_000_000, livemode: false, currency: 'usd', metadata: {} };
export const list = (data: readonly unknown[], hasMore: unknown = false): Item => ({
  object: 'list',
  data,
  has_more: hasMore,
  url: '/v1/x',
});
export const transaction = {
  object: 'balance_transaction',
  id: 'txn_1',
  created: 1_790_000_000,
  amount: 100,
  fee: 3,
  net: 97,
  currency: 'usd',
  reporting_category: 'charge',
  fee_details: [],
  exchange_rate: null,
  available_on: 1_790_000_000,
};
export const customer = {
  ...common,
  object: 'customer',
  id: 'cus_1',
  email: 'a@b.example',
  name: 'A',
};
export const charge = {
  ...common,
  object: 'charge',
  id: 'ch_1',
  amount: 100,
  amount_captured: 100,
  amount_refunded: 0,
  captured: true,
  disputed: false,
  status: 'succeeded',
  customer: 'cus_1',
  payment_intent: null,
  billing_details: { name: null, email: null },
  receipt_url: null,
  payment_method_details: null,
  balance_transaction: transaction,
  failure_balance_transaction: null,
  refunds: list([]),
};
export const refund = {
  ...common,
  object: 'refund',
  id: 're_1',
  reason: null,
  amount: 40,
  status: 'succeeded',
  charge: 'ch_1',
  balance_transaction: null,
  failure_balance_transaction: null,
};
const dispute = {
  ...common,
  object: 'dispute',
  id: 'dp_1',
  amount: 100,
  status: 'lost',
  reason: 'fraudulent',
  charge: 'ch_1',
  balance_transactions: [],
  evidence_details: { due_by: null },
};
export const invoice = {
  ...common,
  object: 'invoice',
  id: 'in_1',
  customer: 'cus_1',
  status: 'open',
  total: 100,
  amount_paid: 0,
  amount_remaining: 100,
  status_transitions: { paid_at: null },
  pre_payment_credit_notes_amount: 0,
  post_payment_credit_notes_amount: 0,
  lines: list([]),
  payments: list([]),
  parent: null,
};
export const session = {
  ...common,
  object: 'checkout.session',
  automatic_tax: { enabled: false, status: null },
  id: 'cs_1',
  customer: 'cus_1',
  customer_details: { email: 'a@b.example' },
  status: 'complete',
  payment_status: 'paid',
  amount_total: 100,
  payment_intent: 'pi_1',
};
export const subscription = {
  ...common,
  object: 'subscription',
  id: 'sub_1',
  customer: 'cus_1',
  status: 'active',
  discounts: [],
  pause_collection: null,
  automatic_tax: { enabled: false },
  latest_invoice: null,
  items: list([
    {
      object: 'subscription_item',
      id: 'si_1',
      current_period_start: 1_790_000_000,
      current_period_end: 1_792_000_000,
      discounts: [],
      price: {
        ...common,
        object: 'price',
        id: 'price_1',
        nickname: 'Plan',
        transform_quantity: null,
      },
    },
  ]),
};

const schedule = {
  ...common,
  object: 'subscription_schedule',
  id: 'sub_sched_1',
  customer: 'cus_1',
  status: 'not_started',
  phases: [],
};

export const sink = (): void => undefined;
/** A charge with more than its list tells, for which refunds and disputes are read apart. */
export const incomplete = async (stripe: Ports['stripe'], fields: object): Promise<unknown> => {
  const [read] = await stripe.chargesOfPayment('ch_1');
  if (read === undefined) throw new Error('There is no charge.');
  return stripe.completed({ ...read, ...fields });
};

/** Every list that is read: its path, a true row, and who asks for it. */
export const LISTS: readonly (readonly [string, Item, Ask])[] = [
  ['/v1/charges', charge, (stripe) => stripe.chargesOfCustomer('cus_1', sink)],
  ['/v1/invoices', invoice, (stripe) => stripe.invoicesOfCustomer('cus_1')],
  ['/v1/subscriptions', subscription, (stripe) => stripe.subscriptionsOfCustomer('cus_1')],
  ['/v1/subscription_schedules', schedule, (stripe) => stripe.subscriptionsOfCustomer('cus_1')],
  ['/v1/checkout/sessions', session, (stripe) => stripe.checkoutsOfCustomer('cus_1')],
  [
    '/v1/customers',
    customer,
    (stripe) => stripe.customersWithAddress(['a@b.example'], { isListed: true }),
  ],
  ['/v1/refunds', refund, (stripe) => incomplete(stripe, { hasMoreRefunds: true })],
  ['/v1/disputes', dispute, (stripe) => incomplete(stripe, { isDisputed: true })],
];
