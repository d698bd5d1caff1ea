import { movedPaymentsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { useLinking } from './linking.ts';
import { failureOf, succeeded } from './replies.ts';

const { world, stripe, newDeal, payment, ask, changed, letSearchesCatchUp } = useLinking();

const noted = (dealId: string) =>
  movedPaymentsIn(world().storedOf(dealId)['stripe_moved_payments']).map(
    ({ id, amount, from, to }) => [id, amount.minor, from.recordId, to.recordId],
  );

/** A payment that counts on a deal, in each of the ways in which one can. */
const HAVING = {
  assigned: (chargeId: string) => newDeal({ stripe_payment_ids: chargeId }),
  linked: (_chargeId: string, customerId: string) => newDeal({ stripe_customer_id: customerId }),
  metadata: (chargeId: string) => {
    const dealId = newDeal();
    stripe().changeCharge(chargeId, { metadata: { hubspot_deal_id: dealId } });
    return dealId;
  },
};

test.each(['assigned', 'linked', 'metadata'] as const)(
  'both deals tell that a payment was moved that the other one had: %s',
  async (how) => {
    const { charge } = payment();
    const losing = HAVING[how](charge.id, charge.customer ?? '');
    const gaining = newDeal();
    await letSearchesCatchUp();
    const asked = { action: 'assign', ids: [charge.id] };
    expect(failureOf(await ask(gaining, asked)).claimedBy?.recordId).toBe(losing);
    expect(noted(losing)).toEqual([]);
    const { movedFrom } = await changed(gaining, { ...asked, moveFrom: [losing] });
    const line = [charge.id, 12_300, losing, gaining];
    expect(movedFrom.map(({ recordId }) => recordId)).toEqual([losing]);
    expect([noted(losing), noted(gaining)]).toEqual([[line], [line]]);
    const { view } = succeeded(await world().getPayments(gaining));
    expect(view.payments.map((row) => row.movedFrom)).toEqual([
      { objectType: 'deal', recordId: losing },
    ]);
    await changed(gaining, { ...asked, moveFrom: [losing] });
    expect([noted(losing), noted(gaining)]).toEqual([[line], [line]]);
    const back = [charge.id, 12_300, gaining, losing];
    await changed(losing, { ...asked, moveFrom: [gaining] });
    expect([noted(losing), noted(gaining)]).toEqual([[back], [back]]);
  },
);

test('a payment that counted nowhere is not noted, nor one that an agreed deal never had', async () => {
  const { charge } = payment();
  const [gaining, other] = [newDeal(), newDeal()];
  await letSearchesCatchUp();
  await changed(gaining, { action: 'assign', ids: [charge.id], moveFrom: [other] });
  expect([noted(gaining), noted(other)]).toEqual([[], []]);
});

test('the payments of an assigned subscription are noted one by one, a single one of them stays', async () => {
  const customer = stripe().createCustomer({ name: 'Sue' }).id;
  const product = stripe().createProduct({ name: 'Support' }).id;
  const price = stripe().createPrice({
    product,
    currency: 'usd',
    unitAmount: 5_000,
    recurring: { interval: 'month' },
  });
  const { subscription } = stripe().createSubscription({ customer, items: [{ price: price.id }] });
  const { charge } = stripe().payByCard({ amount: 700, currency: 'usd', customer });
  const losing = newDeal({ stripe_customer_id: customer });
  const gaining = newDeal();
  await letSearchesCatchUp();
  const asked = { action: 'assign', ids: [subscription.id], moveFrom: [losing] };
  await changed(gaining, asked);
  expect(noted(losing).map(([, amount]) => amount)).toEqual([5_000]);
  const { view } = succeeded(await world().getPayments(losing));
  expect(view.payments.map(({ id }) => id)).toEqual([charge.id]);
});

test('a link that takes the payments of the only deal of their payer is noted there', async () => {
  const email = 'solo@quartermaine.example';
  const customer = stripe().createCustomer({ email }).id;
  const { charge } = stripe().payByCard({ amount: 12_300, currency: 'usd', customer });
  const { store } = world().world.hubspot;
  const contact = store.createObject('contacts', { email }).id;
  const losing = newDeal();
  store.associate('contacts', contact, 'deals', losing);
  await letSearchesCatchUp();
  const gaining = newDeal();
  await changed(gaining, { action: 'link', customerId: charge.customer });
  const line = [charge.id, 12_300, losing, gaining];
  expect([noted(losing), noted(gaining)]).toEqual([[line], [line]]);
});

test('a sync takes back the line of a payment that counts here again, and no other', async () => {
  const [mine, away] = [payment().charge, payment().charge];
  const dealId = newDeal({
    stripe_payment_ids: mine.id,
    stripe_moved_payments: [
      `2026-11-20 10:00:01 UTC, 123.00 USD, ${mine.id}, deal 5 -> deal 6`,
      `2026-11-20 10:00:00 UTC, 123.00 USD, ${away.id}, deal 5 -> deal 6`,
    ].join('\n'),
  });
  succeeded(await world().syncPayments(dealId));
  expect(noted(dealId)).toEqual([[away.id, 12_300, '5', '6']]);
});

test('an archived property tells nothing and stops no move', async () => {
  const { charge } = payment();
  const losing = newDeal({ stripe_payment_ids: charge.id });
  const gaining = newDeal();
  await letSearchesCatchUp();
  const { store } = world().world.hubspot;
  store.properties('deals').archive('stripe_moved_payments');
  await changed(gaining, { action: 'assign', ids: [charge.id], moveFrom: [losing] });
  expect(world().storedOf(gaining)['stripe_payment_ids']).toBe(charge.id);
});
