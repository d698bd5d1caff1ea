import type { AskedPayment } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';

const { world, stripe, request, change, newDeal, preparedRequest } = useActing();

const asked: AskedPayment = {
  method: 'link',
  subject: { kind: 'amount', amount: '250.00', currency: 'usd', description: 'Setup' },
  collectsTax: false,
};

async function linkOn(deal: string) {
  const { digest } = await preparedRequest(deal, asked);
  const made = succeeded(await request(deal, { step: 'confirm', asked, digest }));
  if (made.step !== 'done') throw new Error('A link was asked for.');
  return made;
}

const overviewOf = async (deal: string) => {
  const overview = succeeded(await request(deal, { step: 'overview' }));
  if (overview.step !== 'overview') throw new Error('An overview was asked for.');
  return overview;
};

/** Links that another program makes. */
function makeOthers(count: number, currency = 'usd', metadata: Record<string, string> = {}): void {
  const { id: product } = stripe().createProduct({ name: 'Other' });
  const { id: price } = stripe().createPrice({ product, unitAmount: 1_000, currency });
  for (let made = 0; made < count; made += 1) {
    stripe().createPaymentLink({
      afterCompletion: { type: 'hosted_confirmation', message: null },
      createsCustomer: false,
      inactiveMessage: null,
      invoiceData: null,
      items: [{ price, quantity: 1 }],
      limit: null,
      metadata,
      paymentIntentData: null,
      paymentMethodTypes: null,
      subscriptionData: null,
    });
  }
}

test('a link that is older than a hundred others is listed, and answered instead of a second one', async () => {
  const deal = newDeal();
  const first = await linkOn(deal);
  makeOthers(120);
  const { requests, areRequestsComplete } = await overviewOf(deal);
  expect([requests.map(({ id }) => id), areRequestsComplete]).toEqual([[first.request.id], true]);
  const again = await linkOn(deal);
  expect([again.isExisting, again.request.id]).toEqual([true, first.request.id]);
});

test('a link that cannot be read hides only itself, and is missing only where it is of the record', async () => {
  const deal = newDeal();
  const { request: own } = await linkOn(deal);
  makeOthers(1, 'zzz');
  const before = await overviewOf(deal);
  expect([before.requests.map(({ id }) => id), before.areRequestsComplete]).toEqual([
    [own.id],
    true,
  ]);
  makeOthers(1, 'zzz', { hubspot_deal_id: deal });
  const after = await overviewOf(deal);
  expect([after.requestsProblem, after.areRequestsComplete]).toEqual([null, false]);
  expect((await linkOn(newDeal())).isExisting).toBe(false);
});

test('of a linked customer that Stripe does not know, the list says so and does not blame the app', async () => {
  const deal = newDeal({ stripe_customer_id: 'cus_NoSuchCustomer' });
  const { requestsProblem, subscriptionsProblem } = await overviewOf(deal);
  expect([requestsProblem?.code, subscriptionsProblem?.code]).toEqual([
    'unknown-customer',
    'unknown-customer',
  ]);
});

test('a currency that Stripe does not take is refused before anything is made', async () => {
  const subject = { ...asked.subject, currency: 'xyz' };
  const reply = await request(newDeal(), {
    step: 'prepare',
    asked: { ...asked, subject } as AskedPayment,
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'currency-unknown' } });
});

test('a link of a deal that was merged is listed on the merged one, and canceled there', async () => {
  const [first, second] = [newDeal(), newDeal()];
  const made = await linkOn(second);
  const merged = world().world.hubspot.store.mergeObjects('deals', first, second).id;
  const { requests } = await overviewOf(merged);
  expect(requests.map(({ id }) => id)).toEqual([made.request.id]);
  const { done } = await change(merged, { kind: 'deactivate-link', id: made.request.id });
  expect(done.outcome).toMatchObject({ request: { status: 'canceled' } });
});
