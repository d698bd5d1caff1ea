import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { property } from '../../../scripts/contract/hubspot/shapes.ts';
import type { SandboxWorld } from '../../../scripts/contract/sandbox/world.ts';
import { startSandbox } from '../../../scripts/contract/sandbox/world.ts';
import { createSession } from '../../../scripts/contract/session.ts';
import { createStripe } from '../../../scripts/contract/stripe/client.ts';
import * as fields from '../../../scripts/contract/stripe/fields.ts';
import type { StripeStage } from '../../../scripts/contract/stripe/stage.ts';
import { CHARGE_EXPANSIONS, createStripeStage } from '../../../scripts/contract/stripe/stage.ts';
import { propertyShape } from '../../../src/app/packages/sync/src/hubspot/properties.ts';
import * as adapter from '../../../src/app/packages/sync/src/stripe/charges.ts';
import { mapCheckout } from '../../../src/app/packages/sync/src/stripe/checkouts.ts';
import { mapCustomer } from '../../../src/app/packages/sync/src/stripe/customers.ts';
import { mapAccount } from '../../../src/app/packages/sync/src/stripe/inspector.ts';
import * as invoices from '../../../src/app/packages/sync/src/stripe/invoices.ts';
import { mapSubscription } from '../../../src/app/packages/sync/src/stripe/subscriptions.ts';
import { fieldsOf, tracked } from './reads.ts';

let sandbox: SandboxWorld;
let stage: StripeStage;
let stripe: Stripe;

beforeAll(async () => {
  sandbox = await startSandbox();
  const session = createSession({ runId: 'fields', time: sandbox.time, say: () => undefined });
  stripe = createStripe({
    secretKey: sandbox.environment['STRIPE_SECRET_KEY'] ?? '',
    session,
    apiBaseUrl: sandbox.addresses.stripe,
  });
  stage = createStripeStage({ stripe, session, isReadOnly: false });
});

afterAll(() => sandbox.close());

/** What the adapter reads of the objects. */
function readsOf<T extends object>(read: (object: T) => unknown, ...objects: T[]): Set<string> {
  const reads = new Set<string>();
  for (const object of objects) read(tracked(object, reads));
  return reads;
}

/** The two must be equal, apart from what the adapter reads beside its mapper. */
function expectExactly(
  schema: z.ZodType,
  reads: Set<string>,
  beside: readonly string[] = [],
): void {
  const declared = new Set(fieldsOf(schema));
  expect([...reads].filter((field) => !declared.has(field))).toEqual([]);
  expect([...declared].filter((field) => !reads.has(field) && !beside.includes(field))).toEqual([]);
}

test('charges are asked for with the expansions of the adapter', () => {
  expect(CHARGE_EXPANSIONS).toEqual(adapter.CHARGE_EXPANSIONS);
});

test('exactly the fields that the adapter reads of a charge are checked', async () => {
  const charge = await stage.refundedCharge();
  const byBank = (details: object) => ({ ...charge, payment_method_details: details });
  const charges = [
    charge,
    await stage.failedCharge(),
    byBank({ type: 'us_bank_account', us_bank_account: { bank_name: null, last4: null } }),
    byBank({ type: 'us_bank_account', us_bank_account: { bank_name: 'B', last4: '1' } }),
    byBank({ type: 'sepa_debit', sepa_debit: { last4: '2', country: 'IT' } }),
    byBank({ type: 'card_present', card_present: { country: 'IT' } }),
    { ...charge, presentment_details: { presentment_amount: 1, presentment_currency: 'jpy' } },
    { ...charge, transfer_data: { amount: null, destination: 'acct_1' } },
  ] as Stripe.Charge[];
  const row = charge.balance_transaction;
  const failed = { ...charge, failure_balance_transaction: row };
  const [refund] = charge.refunds?.data ?? [];
  const returned = {
    ...charge,
    refunds: { data: [{ ...refund, balance_transaction: row, failure_balance_transaction: row }] },
  } as Stripe.Charge;
  const reads = readsOf((each) => adapter.mapCharge(each, []), ...charges, failed, returned);
  expectExactly(fields.charge, reads, ['disputed', 'refunds.has_more']);
});

test('exactly the fields that the adapter reads of a dispute are checked', async () => {
  expectExactly(fields.dispute, readsOf(adapter.mapDispute, await stage.dispute()));
});

test('exactly the fields that the adapter reads of a customer are checked', async () => {
  const customer = await stripe.customers.retrieve((await stage.customer()).id);
  expectExactly(
    fields.customer,
    readsOf((each) => mapCustomer(each, []), customer as Stripe.Customer),
  );
});

test('exactly the fields that the adapter reads of a checkout session are checked', async () => {
  const session = await stage.checkout();
  const unknown = { ...session, customer_details: null };
  expectExactly(
    fields.checkout,
    readsOf((each) => mapCheckout(each, []), session, unknown),
  );
});

test('exactly the fields that the adapter reads of an invoice are checked', async () => {
  const invoice = await stage.invoice();
  const lines = invoice.lines.data.map((line) => ({
    ...line,
    parent: { ...line.parent, type: 'subscription_item_details' },
    pricing: { price_details: { price: 'price_1', product: 'prod_1' } },
  }));
  const billed = { ...invoice, lines: { ...invoice.lines, data: lines } } as Stripe.Invoice;
  expectExactly(
    fields.invoice,
    readsOf(
      (each) => invoices.mapInvoice(each, { payments: [], productNames: new Map() }, []),
      invoice,
      billed,
    ),
    // The stage's invoice states no tax.
    ['total_taxes[].amount'],
  );
  const [payment] = invoice.payments?.data ?? [];
  expect(payment).toBeDefined();
  expectExactly(
    fields.invoicePayment,
    readsOf(invoices.mapInvoicePayment, ...(payment === undefined ? [] : [payment])),
  );
});

test('exactly the fields that the adapter reads of a subscription are checked', async () => {
  const { id } = await stage.subscription();
  const subscription = await stripe.subscriptions.retrieve(id, {
    expand: ['discounts.source.coupon'],
  });
  const [item] = subscription.items.data;
  const [discount] = subscription.discounts;
  const price = { ...item?.price, transform_quantity: { divide_by: 10, round: 'up' } };
  const discounted = { ...item, price, discounts: [discount] } as Stripe.SubscriptionItem;
  const facts = { prices: new Map(), productNames: new Map() };
  const itemReads = new Set<string>();
  const items = [tracked(discounted, itemReads)];
  const reads = readsOf(
    (each) => mapSubscription({ subscription: each, items, discounts: each.discounts }, facts, []),
    subscription,
  );
  // Read of a coupon that takes off an amount.
  const beside = ['discounts[].source.coupon.currency'];
  expectExactly(fields.subscription, reads, beside);
  expectExactly(fields.subscriptionItem, itemReads, beside);
});

test('the checked fields of an account are read by the adapter', async () => {
  const reads = readsOf(mapAccount, await stripe.accounts.retrieveCurrent());
  expect(fieldsOf(fields.account).filter((field) => !reads.has(field))).toEqual([]);
});

test('exactly the fields that the adapter reads of a property are checked', () => {
  const option = { value: 'a', label: 'A', displayOrder: 0, hidden: false };
  const definition = { name: 'p', label: 'P', options: [option] };
  expectExactly(
    property,
    readsOf((each) => propertyShape.parse(each), definition),
  );
});
