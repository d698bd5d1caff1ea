import type { AskedPayment } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';

const { world, stripe, notesOf, manage, request, change, enter, preparedRequest, newDeal } =
  useActing();

const DAY_SECONDS = 24 * 60 * 60;
const PAYER = { email: 'ada@example.com', name: 'Ada' };

const recurring = {
  subject: {
    kind: 'recurring-lines',
    interval: { unit: 'month', count: 1 },
    withOneTime: true,
  },
  collectsTax: false,
} as const;

const byInvoice = (
  customerId: string,
  more: { readonly daysUntilDue: number; readonly startDay?: string },
): AskedPayment => ({ method: 'subscription', ...recurring, payee: { customerId }, ...more });

/** A deal with a one-time line, two monthly ones of 260.00 USD together, and a yearly one. */
function dealWithLines() {
  const { id: customerId } = stripe().createCustomer(PAYER);
  const { store } = world().world.hubspot;
  const deal = newDeal({ stripe_customer_id: customerId });
  for (const [name, price, quantity, recurringbillingfrequency] of [
    ['Setup', '99.99', '1', ''],
    ['Seat', '100', '2', 'monthly'],
    ['Support', '60', '1', 'monthly'],
    ['Domain', '15', '1', 'annually'],
  ] as const) {
    const given = { name, price, quantity, recurringbillingfrequency };
    store.associate('deals', deal, 'line_items', store.createObject('line_items', given).id);
  }
  return { deal, customerId };
}

/** Reviewed, confirmed with what a user entered where that is asked for. */
async function begin(deal: string, asked: AskedPayment) {
  const { digest, confirmation } = await preparedRequest(deal, asked);
  if (confirmation !== null) await enter(deal, confirmation.text);
  const approval = { digest, ...(confirmation !== null && { confirmation: confirmation.text }) };
  const confirm = () => request(deal, { step: 'confirm', asked, ...approval });
  const done = succeeded(await confirm());
  if (done.step !== 'done') throw new Error('A subscription was asked for.');
  return { done, confirm };
}

const rows = () => stripe().store.subscriptions.newestFirst();

const subscriptionsShown = async (deal: string) => {
  const overview = succeeded(await request(deal, { step: 'overview' }));
  return overview.step === 'overview' ? overview.subscriptions : [];
};

describe('a subscription by invoice', () => {
  test('bills its lines every month and one-time lines first, once, and names the deal', async () => {
    const { deal, customerId } = dealWithLines();
    const asked = byInvoice(customerId, { daysUntilDue: 14 });
    const before = rows().length;
    const { done, confirm } = await begin(deal, asked);
    expect(done).toMatchObject({ request: { kind: 'subscription' }, userId: '1', line: 'left' });
    expect(done.request.url).toMatch(/^https:\/\//);
    expect(succeeded(await confirm())).toMatchObject({ isExisting: true });
    expect(rows()).toHaveLength(before + 1);
    const [row] = rows();
    expect(row).toMatchObject({
      status: 'active',
      collectionMethod: 'send_invoice',
      daysUntilDue: 14,
      metadata: { hubspot_deal_id: deal, hubspot_user_id: '1' },
    });
    const [invoice] = stripe().store.invoices.newestFirst();
    const lines = invoice?.lines.map(({ amount }) => amount).toSorted((a, b) => a - b);
    expect([invoice?.subscription, lines]).toEqual([row?.id, [6_000, 9_999, 20_000]]);
    expect(await subscriptionsShown(deal)).toMatchObject([
      {
        ...{ id: row?.id, price: { minor: 26_000 }, interval: 'month' },
        ...{ names: ['Seat', 'Support'], next: { minor: 26_000, currency: 'usd' } },
      },
    ]);
    expect(notesOf(deal)[0]).toContain('Subscription for $359.99 first, then $260.00');
  });

  test('that starts on a later day is a trial until then, with the one-time line today', async () => {
    const { deal, customerId } = dealWithLines();
    const now = Math.floor(world().nowMs() / 1_000);
    const startDay = new Date((now + 20 * DAY_SECONDS) * 1_000).toISOString().slice(0, 10);
    const asked = byInvoice(customerId, { daysUntilDue: 0, startDay });
    const { cycle } = await preparedRequest(deal, asked);
    await begin(deal, asked);
    const [row] = rows();
    expect(row).toMatchObject({ status: 'trialing', trialEnd: cycle?.startsAt });
    const [invoice] = stripe().store.invoices.newestFirst();
    expect(invoice?.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(9_999);
  });

  test('of a customer who pays in another currency is refused by name', async () => {
    const { deal, customerId } = dealWithLines();
    const { id: product } = stripe().createProduct({ name: 'Other' });
    const every = { interval: 'month' as const };
    const price = { product, unitAmount: 1_000, currency: 'eur', recurring: every };
    const items = [{ price: stripe().createPrice(price).id }];
    stripe().createSubscription({ customer: customerId, items });
    const asked = byInvoice(customerId, { daysUntilDue: 0 });
    const { digest, confirmation } = await preparedRequest(deal, asked);
    await enter(deal, confirmation?.text ?? '');
    const reply = await request(deal, {
      ...{ step: 'confirm', asked, digest, confirmation: confirmation?.text },
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'customer-other-currency' } });
  });
});

describe('a subscription by link', () => {
  test('begins with its trial once a guest has completed the page, and is on the deal', async () => {
    const { deal } = dealWithLines();
    const asked = { method: 'subscription-link', ...recurring, trialDays: 14 } as const;
    const { done } = await begin(deal, asked);
    expect(done).toMatchObject({
      request: { kind: 'link', isRecurring: true, amount: { minor: 35_999 }, status: 'open' },
      userId: null,
    });
    const { payment } = stripe().completeOnLink(stripe().openLink(done.request.id, PAYER));
    expect(payment?.charge.amount).toBe(9_999);
    const [row] = rows();
    expect(row).toMatchObject({ status: 'trialing', metadata: { hubspot_deal_id: deal } });
    expect(row?.items).toHaveLength(2);
    // The search is behind, and the guest's customer is not linked.
    expect(await subscriptionsShown(deal)).toMatchObject([{ id: row?.id, status: 'trialing' }]);
    const again = succeeded(await request(deal, { step: 'overview' }));
    expect(again).toMatchObject({ requests: [{ isRecurring: true, status: 'paid' }], failing: [] });
  });

  test('of a guest is changed on the deal, and its card is updated where a payment fails', async () => {
    const { deal } = dealWithLines();
    const { done } = await begin(deal, { method: 'subscription-link', ...recurring });
    stripe().completeOnLink(stripe().openLink(done.request.id, PAYER));
    const [row] = rows();
    const { id = '', customer: customerId = '' } = row ?? {};
    await change(deal, { kind: 'pause-collection', id });
    await change(deal, { kind: 'resume-collection', id });
    const asked = { kind: 'card-link', customerId } as const;
    const early = await manage(deal, { step: 'prepare', change: asked });
    expect(early).toMatchObject({ ok: false, error: { code: 'customer-not-failing' } });
    stripe().renewSubscription(id, { payment: 'fails' });
    const overview = succeeded(await request(deal, { step: 'overview' }));
    expect(overview).toMatchObject({ failing: [{ id: customerId }] });
    await change(deal, asked);
    const other = await manage(newDeal(), { step: 'prepare', change: asked });
    expect(other).toMatchObject({ ok: false, error: { code: 'payee-not-of-record' } });
  });
});
