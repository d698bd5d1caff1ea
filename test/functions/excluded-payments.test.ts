import { expect, test } from 'vitest';
import { NOW_MS } from './harness.ts';
import { failureOf, succeeded } from './replies.ts';
import { useLinking } from './linking.ts';

const { world, newDeal, payer, payment, stripe, ask, changed, letSearchesCatchUp } = useLinking();

const HOUR_MS = 60 * 60 * 1_000;

const stored = (dealId: string) => {
  const {
    stripe_excluded_payment_ids: excluded = null,
    stripe_payment_ids: assigned = null,
    stripe_amount_paid: paid = null,
    stripe_match: match = null,
    stripe_review_count: toReview = null,
  } = world().storedOf(dealId);
  return { excluded: excluded || null, assigned: assigned || null, paid, match, toReview };
};

const sync = async (dealId: string) => succeeded(await world().syncPayments(dealId));

test('a payment that is removed counts no more, whatever matches it, until it is restored', async () => {
  const { charge, paymentIntent } = payment();
  const customer = charge.customer ?? '';
  stripe().payByCard({ amount: 5_000, currency: 'usd', customer, atMs: NOW_MS - 7 * HOUR_MS });
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  expect(stored(deal)).toMatchObject({ paid: '173.00', match: 'linked' });

  const removed = await changed(deal, { action: 'exclude', id: paymentIntent.id });
  expect(removed).toMatchObject({ action: 'exclude', figures: { status: 'saved' } });
  expect(stored(deal)).toMatchObject({ excluded: paymentIntent.id, paid: '50.00' });
  const { view } = await sync(deal);
  expect(view.payments.map(({ id }) => id)).not.toContain(charge.id);
  expect(view.needsReview).toEqual([]);

  await changed(deal, { action: 'restore', id: paymentIntent.id });
  expect(stored(deal)).toMatchObject({ excluded: null, paid: '173.00', match: 'linked' });
});

test('a deal that has evidence of its own gains what is removed from another, in the same step', async () => {
  const named = newDeal();
  const { charge } = payment({ hubspot_deal_id: named });
  const linking = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  await sync(named);
  await sync(linking);
  expect([stored(named).paid, stored(linking).paid]).toEqual(['123.00', null]);
  await changed(named, { action: 'exclude', id: charge.id });
  expect([stored(named).paid, stored(linking).paid]).toEqual([null, '123.00']);
});

test('assigning restores what was removed, and removing takes the assignment away', async () => {
  const { charge } = payment();
  const deal = newDeal();
  await changed(deal, { action: 'assign', ids: [charge.id] });
  expect(stored(deal)).toMatchObject({ assigned: charge.id, paid: '123.00' });
  await changed(deal, { action: 'exclude', id: charge.id });
  expect(stored(deal)).toMatchObject({ assigned: null, excluded: charge.id, paid: null });
  await changed(deal, { action: 'assign', ids: [charge.id] });
  expect(stored(deal)).toMatchObject({ assigned: charge.id, excluded: null, paid: '123.00' });
});

test('a possible payment that is removed needs no review, and stays possible for the other deal', async () => {
  const { store } = world().world.hubspot;
  const { email, id: customer } = payer();
  const contact = store.createObject('contacts', { email: email ?? '' });
  const [first, second] = [newDeal(), newDeal()];
  for (const id of [first, second]) {
    store.associations.associate(
      { objectType: 'deals', id },
      { objectType: 'contacts', id: contact.id },
    );
  }
  const { charge } = stripe().payByCard({
    amount: 7_700,
    currency: 'usd',
    customer,
    atMs: NOW_MS - 8 * HOUR_MS,
  });
  await letSearchesCatchUp();
  await sync(first);
  await sync(second);
  expect([stored(first).toReview, stored(second).toReview]).toEqual(['1', '1']);
  await changed(first, { action: 'exclude', id: charge.id });
  await sync(second);
  expect([stored(first).toReview, stored(second).toReview]).toEqual(['0', '1']);
});

test('what does not exist is refused, and nothing is written', async () => {
  const deal = newDeal();
  const unknown = await ask(deal, { action: 'exclude', id: 'pi_unknownPayment' });
  expect(failureOf(unknown).code).toBe('unknown-payment');
  expect(stored(deal).excluded).toBeNull();
});
