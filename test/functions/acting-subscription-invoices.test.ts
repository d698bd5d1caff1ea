import type { AskedChange } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';

const { world, stripe, manage, request, change, preparedChange, writeByApi, newDeal } = useActing();

const ENDINGS = ['void-invoice', 'mark-paid', 'mark-uncollectible'] as const;

/** A subscription for 30.00 USD whose first invoice is open. */
function billed({ isCharged = false, metadata = {} } = {}) {
  const { id: customer } = stripe().createCustomer({ name: 'Ada', email: 'ada@example.com' });
  const { id: product } = stripe().createProduct({ name: 'Seat' });
  const { id: price } = stripe().createPrice({
    ...{ product, unitAmount: 1_500, currency: 'usd', recurring: { interval: 'month' } },
  });
  const { subscription, invoice } = stripe().createSubscription({
    ...{ customer, items: [{ price, quantity: 2 }], metadata },
    ...(isCharged ? { payment: 'fails' } : { collectionMethod: 'send_invoice', daysUntilDue: 30 }),
  });
  return { customer, subscription: subscription.id, id: invoice.id };
}

const statusOf = (id: string) => stripe().store.invoices.get(id)?.status;

async function requestsOn(deal: string) {
  const overview = succeeded(await request(deal, { step: 'overview' }));
  if (overview.step !== 'overview') throw new Error('An overview was asked for.');
  return overview.requests;
}

describe('an open invoice of a subscription', () => {
  test('of the linked customer is on the record with its subscription, and can be sent', async () => {
    const { customer, subscription, id } = billed();
    const deal = newDeal({ stripe_customer_id: customer });
    const requests = await requestsOn(deal);
    expect(requests).toMatchObject([
      {
        ...{ kind: 'invoice', id, status: 'open', open: { minor: 3_000, currency: 'usd' } },
        ...{ subscription: { id: subscription }, isCharged: false },
      },
    ]);
    expect(requests[0]?.subscription?.label).toContain('Seat');
    const { done } = await change(deal, { kind: 'send-invoice', id });
    expect(done).toMatchObject({ userId: '1', outcome: { request: { id, status: 'open' } } });
  });

  test.each(ENDINGS)('is ended by %s, by the user who confirmed, once', async (kind) => {
    const { customer, id } = billed();
    const deal = newDeal({ stripe_customer_id: customer });
    const { done, again } = await change(deal, { kind, id });
    expect(done).toMatchObject({ userId: '1', isExisting: false });
    expect(statusOf(id)).not.toBe('open');
    expect(succeeded(await again())).toMatchObject({ isExisting: true, userId: '1' });
  });

  test('that Stripe charges is not emailed, and can be marked as paid', async () => {
    const { customer, id } = billed({ isCharged: true });
    const deal = newDeal({ stripe_customer_id: customer });
    const asked: AskedChange = { kind: 'send-invoice', id };
    const reply = await manage(deal, { step: 'prepare', change: asked });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invoice-charged' } });
    await change(deal, { kind: 'mark-paid', id });
    expect(statusOf(id)).toBe('paid');
  });

  test('is not ended with a text that an API wrote', async () => {
    const { customer, id } = billed();
    const deal = newDeal({ stripe_customer_id: customer });
    const asked: AskedChange = { kind: 'void-invoice', id };
    const { digest, confirmation } = await preparedChange(deal, asked);
    await writeByApi(deal, confirmation?.text ?? '');
    const confirm = { step: 'confirm', change: asked, digest, confirmation: confirmation?.text };
    const reply = await manage(deal, confirm);
    expect(reply).toMatchObject({ ok: false, error: { code: 'confirmation-not-by-user' } });
    expect(statusOf(id)).toBe('open');
  });

  test('whose subscription names the record is on it, and on no other', async () => {
    const deal = newDeal();
    const { id } = billed({ metadata: { hubspot_deal_id: deal } });
    // The search knows it a minute later.
    await world().stripe.send('POST', '/clock/advance', { durationMs: 61_000 });
    expect(await requestsOn(deal)).toMatchObject([{ id }]);
    const other = newDeal();
    expect(await requestsOn(other)).toEqual([]);
    for (const kind of ENDINGS) {
      const reply = await manage(other, { step: 'prepare', change: { kind, id } });
      expect(reply).toMatchObject({ ok: false, error: { code: 'not-requested-here' } });
    }
    await change(deal, { kind: 'void-invoice', id });
    expect(statusOf(id)).toBe('void');
  });

  test('that names another record belongs there', async () => {
    const { customer, id } = billed();
    const deal = newDeal({ stripe_customer_id: customer });
    stripe().changeInvoice(id, { metadata: { hubspot_deal_id: newDeal() } });
    expect(await requestsOn(deal)).toEqual([]);
    const reply = await manage(deal, { step: 'prepare', change: { kind: 'void-invoice', id } });
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-requested-here' } });
  });

  test.each(['cancel-now', 'pause-collection'] as const)(
    'is named before %s, and can still be ended after it',
    async (kind) => {
      const { customer, subscription, id } = billed();
      const deal = newDeal({ stripe_customer_id: customer });
      const asked: AskedChange = { kind, id: subscription };
      const { preview } = await preparedChange(deal, asked);
      expect(preview).toMatchObject({ openInvoices: [{ id, open: { minor: 3_000 } }] });
      await change(deal, asked);
      expect(await requestsOn(deal)).toMatchObject([{ id, status: 'open' }]);
      await change(deal, { kind: 'void-invoice', id });
    },
  );

  test('that is paid after the review of a cancellation is reviewed again', async () => {
    const { customer, subscription, id } = billed();
    const deal = newDeal({ stripe_customer_id: customer });
    const asked: AskedChange = { kind: 'cancel-now', id: subscription };
    const { digest, confirmation } = await preparedChange(deal, asked);
    stripe().payInvoice(id);
    const confirm = { step: 'confirm', change: asked, digest, confirmation: confirmation?.text };
    const reply = await manage(deal, confirm);
    expect(reply).toMatchObject({ ok: false, error: { code: 'preview-changed' } });
  });
});
