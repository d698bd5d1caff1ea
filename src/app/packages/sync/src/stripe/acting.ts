import type { RequestLine } from '@stripe-payments/core';
import { CONFIRMATION_KEY, plainLine, totalOf, USER_KEY } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { SyncError } from '../sync-error.ts';
import type {
  ActingPorts,
  InvoiceToMake,
  LinkToMake,
  StoredRequest,
  SubscriptionToMake,
} from '../use-cases/acting/acting-ports.ts';
import { done } from './acting-failures.ts';
import {
  cancellationComment,
  storedCustomer,
  storedRefund,
  storedSubscription,
  subscriptionRequest,
} from './acting-objects.ts';
import { AMOUNT_KEY, storedInvoice, storedLink } from './request-objects.ts';
import { changeCoupon } from './coupons.ts';
import { changeItem } from './item-changes.ts';

const priceOf = ({ label: name, unit }: RequestLine) => ({
  currency: unit.currency,
  unit_amount: unit.minor,
  product_data: { name },
});

type Interval = SubscriptionToMake['cycle']['interval'];

const recurringOf = ({ unit: interval, count }: Interval) => ({
  recurring: { interval, interval_count: count },
});

const MAX_DESCRIPTION = 500;

/** What a payment is for, as its row says it. */
const descriptionOf = (lines: readonly RequestLine[]): string =>
  plainLine(lines.map(({ label }) => label).join(', '), MAX_DESCRIPTION);

/** The metadata of the link is not that of its payment or its subscription: both get it. */
function linkParams(link: LinkToMake): Stripe.PaymentLinkCreateParams {
  const { lines, cycle, collectsTax, metadata } = link;
  const all = [...(cycle?.lines ?? []), ...lines];
  const { minor } = totalOf(all, all[0]?.total.currency ?? '');
  const often = (cycle?.lines ?? []).map((line) => ({
    quantity: line.quantity,
    price_data: { ...priceOf(line), ...recurringOf(line.interval) },
  }));
  const once = lines.map((line) => ({ quantity: line.quantity, price_data: priceOf(line) }));
  const trialDays = cycle?.trialDays ?? null;
  return {
    line_items: [...often, ...once],
    restrictions: { completed_sessions: { limit: 1 } },
    metadata: { ...metadata, [AMOUNT_KEY]: String(minor) },
    ...(cycle === null
      ? { payment_intent_data: { metadata, description: descriptionOf(lines) } }
      : {
          subscription_data: {
            metadata,
            ...(trialDays !== null && { trial_period_days: trialDays }),
          },
        }),
    ...(collectsTax && { automatic_tax: { enabled: true } }),
  };
}

/** The prices of a subscription are of products that exist. */
async function productsOf(
  { products }: Stripe,
  { cycle, once, metadata, key }: SubscriptionToMake,
): Promise<readonly string[]> {
  const made = [...cycle.lines, ...once].map(({ label: name }, place) =>
    products.create({ name, metadata }, { idempotencyKey: `${key}/product-${String(place)}` }),
  );
  return (await done('stripe-refused', Promise.all(made))).map(({ id }) => id);
}

function subscriptionParams(
  subscription: SubscriptionToMake,
  products: readonly string[],
): Stripe.SubscriptionCreateParams {
  const { customerId, cycle, once, trialEnd, daysUntilDue, collectsTax, metadata } = subscription;
  const itemOf = ({ quantity, unit }: RequestLine, place: number) => ({
    quantity,
    price_data: {
      currency: unit.currency,
      unit_amount: unit.minor,
      product: products[place] ?? '',
    },
  });
  const items = cycle.lines.map((line, place) => {
    const item = itemOf(line, place);
    return { ...item, price_data: { ...item.price_data, ...recurringOf(line.interval) } };
  });
  const beside = once.map((line, place) => itemOf(line, cycle.lines.length + place));
  return {
    customer: customerId,
    items,
    ...(beside.length > 0 && { add_invoice_items: beside }),
    collection_method: 'send_invoice',
    days_until_due: daysUntilDue,
    metadata,
    ...(trialEnd !== null && { trial_end: trialEnd }),
    ...(trialEnd === null && cycle.trialDays !== null && { trial_period_days: cycle.trialDays }),
    ...(collectsTax && { automatic_tax: { enabled: true } }),
    expand: ['customer', 'latest_invoice'],
  };
}

function invoiceParams(invoice: InvoiceToMake): Stripe.InvoiceCreateParams {
  const { customerId, currency, daysUntilDue, memo, poNumber, collectsTax, metadata } = invoice;
  return {
    customer: customerId,
    currency,
    collection_method: 'send_invoice',
    days_until_due: daysUntilDue,
    // Items that wait for the customer's next invoice are not what was shown.
    pending_invoice_items_behavior: 'exclude',
    // Else Stripe finalizes it within an hour, and may send it: only a person has it sent.
    auto_advance: false,
    metadata,
    ...(memo !== null && { description: memo }),
    ...(poNumber !== null && { custom_fields: [{ name: 'PO number', value: poNumber }] }),
    ...(collectsTax && { automatic_tax: { enabled: true } }),
  };
}

type SubscriptionChange = Parameters<ActingPorts['writes']['changeSubscription']>[1];

/** A paused collection keeps its invoices as drafts: nothing that is owed is lost. */
function changeParams(change: SubscriptionChange): Stripe.SubscriptionUpdateParams {
  if ('endsWithPeriod' in change) return { cancel_at_period_end: change.endsWithPeriod };
  return { pause_collection: change.isCollectionPaused ? { behavior: 'keep_as_draft' } : '' };
}

/** @param writing with the key for writing: the other is never used to write. */
export function createActingWrites(writing: Stripe): ActingPorts['writes'] {
  const { refunds, paymentLinks, customers, invoices, subscriptions } = writing;
  const invoiceAfter = async (work: Promise<Stripe.Invoice>): Promise<StoredRequest> =>
    storedInvoice(await done('unknown-invoice', work));
  return {
    refund: async ({ chargeId: charge, amountMinor: amount, reason, metadata, key }) => {
      const asked = { charge, amount, metadata, ...(reason !== null && { reason }) };
      const refund = refunds.create(asked, { idempotencyKey: key });
      return storedRefund(await done('unknown-payment', refund));
    },
    createLink: async (link) => {
      const made = paymentLinks.create(linkParams(link), { idempotencyKey: link.key });
      return storedLink(await done('stripe-refused', made));
    },
    deactivateLink: async (id) =>
      storedLink(await done('not-requested-here', paymentLinks.update(id, { active: false }))),
    createCustomer: async ({ name, email, metadata, key }) => {
      const asked = { email, metadata, ...(name !== null && { name }) };
      const made = customers.create(asked, { idempotencyKey: key });
      return storedCustomer(await done('stripe-refused', made));
    },
    createInvoice: (invoice) =>
      invoiceAfter(invoices.create(invoiceParams(invoice), { idempotencyKey: invoice.key })),
    addLines: (id, lines, key) => {
      const asked = lines.map((line) => ({ quantity: line.quantity, price_data: priceOf(line) }));
      return invoiceAfter(invoices.addLines(id, { lines: asked }, { idempotencyKey: key }));
    },
    // Without a key: a refusal would be kept for a day, also after the customer got an address.
    finalize: (id) => invoiceAfter(invoices.finalizeInvoice(id, { auto_advance: false })),
    send: (id, key) => invoiceAfter(invoices.sendInvoice(id, {}, { idempotencyKey: key })),
    void: (id, key) => invoiceAfter(invoices.voidInvoice(id, {}, { idempotencyKey: key })),
    payOutside: (id, key) =>
      invoiceAfter(invoices.pay(id, { paid_out_of_band: true }, { idempotencyKey: key })),
    markUncollectible: (id, key) =>
      invoiceAfter(invoices.markUncollectible(id, {}, { idempotencyKey: key })),
    createSubscription: async (subscription) => {
      const params = subscriptionParams(subscription, await productsOf(writing, subscription));
      const begun = subscriptions.create(params, { idempotencyKey: subscription.key });
      return subscriptionRequest(await done('unknown-customer', begun));
    },
    endSubscription: async ({ id, customer }, { text, userId }) => {
      const details = { comment: cancellationComment(text, userId) };
      const ended = subscriptions.cancel(id, { cancellation_details: details });
      return storedSubscription(await done('unknown-subscription', ended), customer);
    },
    changeSubscription: async ({ id, customer }, change, consent) => {
      const asked = {
        ...changeParams(change),
        metadata: { [USER_KEY]: consent.userId, [CONFIRMATION_KEY]: consent.text },
      };
      const changing = subscriptions.update(id, asked, { idempotencyKey: consent.key });
      return storedSubscription(await done('unknown-subscription', changing), customer);
    },
    changeItem: changeItem(writing),
    changeCoupon: changeCoupon(writing),
    cardLink: async (customer) => {
      const session = writing.billingPortal.sessions.create({
        customer,
        flow_data: {
          type: 'payment_method_update',
          // The portal's other pages are not for whom the link is passed on to.
          after_completion: { type: 'hosted_confirmation' },
        },
      });
      const { id, url } = await done('unknown-customer', session);
      return { id, url };
    },
    note: async (id, metadata) => {
      await invoiceAfter(invoices.update(id, { metadata }));
    },
  };
}

/** @throws {SyncError} `write-key-wrong-mode` where one key is live and the other is for tests. */
export function checkModes(reading: 'live' | 'test', writing: 'live' | 'test'): void {
  if (reading !== writing) throw new SyncError('write-key-wrong-mode');
}
