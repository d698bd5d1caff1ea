import type Stripe from 'stripe';
import type { Checks, Outcome } from '../check.ts';
import { differs, holds, holdsIf } from '../check.ts';
import { eventually } from '../session.ts';
import { mismatchOf } from './fields.ts';
import * as fields from './fields.ts';
import type { StripeStage } from './stage.ts';
import { CHARGE_EXPANSIONS } from './stage.ts';

/** Search is about a minute behind. */
const SEARCH_LIMIT_MS = 120_000;

/** As many alternatives as the product puts into one query. */
const MAX_CLAUSES = 10;

async function searchCustomers(stage: StripeStage, query: string): Promise<Stripe.Customer[]> {
  return (await stage.stripe.customers.search({ query, limit: 100 })).data;
}

/** Found by a query within the time that Stripe's index is behind. */
async function foundBySearch(stage: StripeStage, query: string, id: string): Promise<Outcome> {
  const { session } = stage;
  const startMs = session.time.nowMs();
  const found = await eventually(session, `a search for ${id}`, SEARCH_LIMIT_MS, async () =>
    (await searchCustomers(stage, query)).find((customer) => customer.id === id),
  );
  const seconds = String(Math.round((session.time.nowMs() - startMs) / 1_000));
  return found === undefined
    ? differs(`not found within ${seconds} s: ${query}`)
    : holds(`found after ${seconds} s`);
}

type Search = (stripe: Stripe, query: string) => Promise<{ readonly data: readonly object[] }>;

const SEARCHES: Readonly<Record<string, Search>> = {
  charges: (stripe, query) =>
    stripe.charges.search({ query, expand: CHARGE_EXPANSIONS.map((path) => `data.${path}`) }),
  'payment intents': (stripe, query) => stripe.paymentIntents.search({ query }),
  invoices: (stripe, query) => stripe.invoices.search({ query, expand: ['data.payments'] }),
  subscriptions: (stripe, query) => stripe.subscriptions.search({ query }),
  customers: (stripe, query) => stripe.customers.search({ query }),
};

export const findChecks: Checks<StripeStage> = {
  async 'stripe-fields-customer'(stage) {
    const { id } = await stage.customer();
    return mismatchOrHolds(fields.customer, await stage.stripe.customers.retrieve(id));
  },
  async 'stripe-list-email-case'(stage) {
    const { id, email } = await stage.customer();
    const listed = async (address: string) =>
      (await stage.stripe.customers.list({ email: address })).data.some((each) => each.id === id);
    const asWritten = await listed(email);
    const inLowerCase = await listed(email.toLowerCase());
    return holdsIf(
      asWritten && !inLowerCase,
      `as written ${String(asWritten)}, in lower case ${String(inLowerCase)}`,
    );
  },
  async 'stripe-search-available'(stage) {
    await searchCustomers(stage, 'email:"no-customer@example.com"');
    return holds();
  },
  async 'stripe-search-lag'(stage) {
    const { id, email } = await stage.made('a customer', () => stage.newCustomer('Newest'));
    return foundBySearch(stage, `email:"${email}"`, id);
  },
  async 'stripe-search-email-case'(stage) {
    const { id, email } = await stage.customer();
    return foundBySearch(stage, `email:"${email.toLowerCase()}"`, id);
  },
  async 'stripe-search-part'(stage) {
    const { id } = await stage.customer();
    return foundBySearch(stage, `email~"example.com" AND name:"Contract check Payer"`, id);
  },
  async 'stripe-search-metadata'(stage) {
    await stage.payment();
    await stage.subscription();
    await stage.openInvoice();
    const { session, stripe } = stage;
    const query = `metadata["hubspot_deal_id"]:"${session.runId}"`;
    const missing: string[] = [];
    for (const [kind, search] of Object.entries(SEARCHES)) {
      const found = await eventually(session, `a search in ${kind}`, SEARCH_LIMIT_MS, async () =>
        (await search(stripe, query)).data.at(0),
      );
      if (found === undefined) missing.push(kind);
    }
    return missing.length === 0
      ? holds(`in ${String(Object.keys(SEARCHES).length)} kinds`)
      : differs(`not found in ${missing.join(', ')}`);
  },
  async 'stripe-search-quotes'(stage) {
    const found = await searchCustomers(stage, String.raw`email:"a\"b\\c@example.com"`);
    return holdsIf(found.length === 0, `${String(found.length)} found`);
  },
  async 'stripe-search-clauses'(stage) {
    const clauses = Array.from(
      { length: MAX_CLAUSES },
      (_, part) => `email:"${String(part)}@b.co"`,
    );
    await searchCustomers(stage, clauses.join(' OR '));
    return holds(`${String(MAX_CLAUSES)} alternatives`);
  },
  async 'stripe-webhook-rules'(stage) {
    const url = 'https://www.example.com/hook';
    const taken: string[] = [];
    for (const asked of [
      { url, enabled_events: ['charge.paid'] },
      { url: 'https://localhost/hook', enabled_events: ['charge.updated'] },
    ]) {
      try {
        const { id } = await stage.stripe.webhookEndpoints.create(
          asked as Stripe.WebhookEndpointCreateParams,
        );
        taken.push(JSON.stringify(asked));
        await stage.stripe.webhookEndpoints.del(id);
      } catch (error) {
        const message = error instanceof Error ? error.message : '';
        if (message.includes('webhook_write')) return holds('refused, with the name webhook_write');
        if (!/invalid|public/i.test(message)) throw error;
      }
    }
    return holdsIf(taken.length === 0, taken.join() || 'both were refused');
  },
  async 'stripe-webhook-endpoints'(stage) {
    const listed = await stage.stripe.webhookEndpoints
      .list({ limit: 100 })
      .catch((error: unknown) => {
        // A key without the permission shows its name.
        if (error instanceof Error && error.message.includes('webhook_read')) return error;
        throw error;
      });
    if (listed instanceof Error) return holds('refused, with the name webhook_read');
    const { data } = listed;
    const areWhole = data.every(
      ({ url, status, enabled_events: events }) =>
        URL.canParse(url) && status !== '' && Array.isArray(events),
    );
    return holdsIf(areWhole, `${String(data.length)} endpoints`);
  },
  async 'stripe-fields-checkout'(stage) {
    return mismatchOrHolds(fields.checkout, await stage.checkout());
  },
  async 'stripe-checkout-by-email'(stage) {
    const { id, email } = await stage.checkout();
    const { sessions } = stage.stripe.checkout;
    await sessions.list({ customer_details: { email }, status: 'complete' });
    const listed = async (address: string) =>
      (await sessions.list({ customer_details: { email: address }, status: 'expired' })).data.some(
        (each) => each.id === id,
      );
    const asWritten = await listed(email);
    const inLowerCase = await listed(email.toLowerCase());
    return holdsIf(
      asWritten && !inLowerCase,
      `as written ${String(asWritten)}, in lower case ${String(inLowerCase)}`,
    );
  },
};

function mismatchOrHolds(shape: Parameters<typeof mismatchOf>[0], object: unknown): Outcome {
  const mismatch = mismatchOf(shape, object);
  return mismatch === undefined ? holds() : differs(mismatch);
}
