import { expect, test } from 'vitest';
import { useLinking } from './linking.ts';
import { failureOf, succeeded } from './replies.ts';

const { main, world, newDeal, payer, payment, ask, changed, letSearchesCatchUp, idWrites, writes } =
  useLinking();

const REFUSALS: readonly (readonly [string, object, string])[] = [
  ['a customer that does not exist', { action: 'link', customerId: 'cus_No' }, 'unknown-customer'],
  [
    'a customer of the other mode',
    { action: 'link', customerId: 'cus_LiveModeOnly00' },
    'wrong-mode',
  ],
  ['a charge in place of a customer', { action: 'link', customerId: 'ch_1' }, 'bad-pasted-id'],
  ['a charge that does not exist', { action: 'assign', ids: ['ch_No'] }, 'unknown-payment'],
  ['an intent that does not exist', { action: 'assign', ids: ['pi_No'] }, 'unknown-payment'],
  ['an invoice that does not exist', { action: 'assign', ids: ['in_No'] }, 'unknown-invoice'],
  [
    'a subscription that does not exist',
    { action: 'assign', ids: ['sub_No'] },
    'unknown-subscription',
  ],
  ['a checkout that does not exist', { action: 'assign', ids: ['cs_test_No'] }, 'unknown-checkout'],
  ['a checkout of the other mode', { action: 'assign', ids: ['cs_live_No'] }, 'wrong-mode'],
  ['a customer in place of a payment', { action: 'assign', ids: ['cus_1'] }, 'bad-pasted-id'],
  ['a text', { action: 'assign', ids: ['the one from Monday'] }, 'bad-pasted-id'],
  [
    'an address of another site',
    { action: 'assign', ids: ['https://dashboard.stripe.com.evil.example/payments/pi_1'] },
    'bad-pasted-id',
  ],
  ['a search for two letters', { action: 'search', query: ' ab ' }, 'bad-request'],
  ['a search for nothing', { action: 'search', query: '' }, 'bad-request'],
  ['no action', {}, 'bad-request'],
  ['an unknown action', { action: 'transfer', id: 'ch_1' }, 'bad-request'],
];

test.each(REFUSALS)('%s is refused, and nothing is written', async (_name, parameters, code) => {
  const error = failureOf(await ask(newDeal(), parameters));
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/\.$/);
  expect(await writes()).toEqual([]);
});

test('a customer of another deal is refused, with that deal', async () => {
  const { id: customerId } = payer();
  const other = newDeal({ dealname: 'The other deal', stripe_customer_id: customerId });
  await letSearchesCatchUp();
  const error = failureOf(await ask(newDeal(), { action: 'link', customerId }));
  expect(error).toMatchObject({
    code: 'linked-to-other-deal',
    claimedBy: { objectType: 'deal', recordId: other },
  });
  expect(await writes()).toEqual([]);
});

test('a payment of another deal is refused by its charge id and its PaymentIntent id', async () => {
  const { charge, paymentIntent } = payment();
  const other = newDeal({ dealname: 'The other deal', stripe_payment_ids: paymentIntent.id });
  await letSearchesCatchUp();
  for (const id of [charge.id, paymentIntent.id]) {
    const error = failureOf(await ask(newDeal(), { action: 'assign', ids: [id] }));
    expect(error).toMatchObject({
      code: 'claimed-by-other-deal',
      claimedBy: { objectType: 'deal', recordId: other },
    });
  }
  expect(await writes()).toEqual([]);
});

test('a payment whose metadata references another deal is assigned only after confirmation', async () => {
  const other = newDeal({ dealname: 'The other deal' });
  const { charge } = payment({ hubspot_deal_id: other });
  const dealId = newDeal();
  const error = failureOf(await ask(dealId, { action: 'assign', ids: [charge.id] }));
  expect(error).toMatchObject({
    code: 'claimed-in-stripe',
    claimedBy: { objectType: 'deal', recordId: other },
  });
  expect(await writes()).toEqual([]);
  await changed(dealId, { action: 'assign', ids: [charge.id], moveFrom: [other] });
  expect(await idWrites()).toHaveLength(1);
});

test.each(['contact', 'company'] as const)(
  'a %s cannot change a deal by its id in the parameters',
  async (objectType) => {
    const dealId = newDeal();
    const propertiesToSend = { hs_object_id: dealId, createdate: '2025-02-03T04:05:06.007Z' };
    const { charge } = payment();
    for (const claimed of [objectType, 'deal'] as const) {
      const reply = await world().linkPayments(dealId, {
        main,
        propertiesToSend,
        parameters: { objectType: claimed, action: 'assign', ids: [charge.id], recordId: dealId },
      });
      expect(['bad-request', 'record-not-found']).toContain(failureOf(reply).code);
    }
    expect(world().storedOf(dealId)['stripe_payment_ids']).toBeNull();
    expect(await world().stripe.requests()).toEqual([]);
    expect(await writes()).toEqual([]);
  },
);

test('a payment that counts on another deal by its linked customer is moved after confirmation, and both deals have the new figures', async () => {
  const { charge } = payment();
  const other = newDeal({ dealname: 'Lang Botanics', stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  succeeded(await world().syncPayments(other));
  const dealId = newDeal();
  const refused = failureOf(await ask(dealId, { action: 'assign', ids: [charge.id] }));
  expect(refused).toMatchObject({
    code: 'claimed-by-other-deal',
    claimedBy: { recordId: other },
  });
  const moved = await changed(dealId, { action: 'assign', ids: [charge.id], moveFrom: [other] });
  expect(moved).toMatchObject({
    movedFrom: [{ recordId: other }],
    figures: { status: 'saved' },
  });
  expect(world().storedOf(dealId)['stripe_gross_amount']).toBe('123.00');
  expect(world().storedOf(other)['stripe_payment_count']).toBe('0');
});

test('of two deals that are assigned one payment at once, one succeeds and has it', async () => {
  const { charge } = payment();
  const deals = [newDeal(), newDeal()];
  const replies = await Promise.all(
    deals.map((dealId) => ask(dealId, { action: 'assign', ids: [charge.id] })),
  );
  const succeededOn = deals.filter((_, which) => replies[which]?.ok === true);
  expect(succeededOn).toHaveLength(1);
  const having = deals.filter((dealId) =>
    (world().storedOf(dealId)['stripe_payment_ids'] ?? '').includes(charge.id),
  );
  expect(having).toEqual(succeededOn);
});

test('two customers linked on one deal at once are both linked', async () => {
  const dealId = newDeal();
  const customerIds = [payer().id, payer().id];
  const replies = await Promise.all(
    customerIds.map((customerId) => ask(dealId, { action: 'link', customerId })),
  );
  expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
  const linked = world().storedOf(dealId)['stripe_customer_id']?.split(', ') ?? [];
  expect(linked.toSorted()).toEqual(customerIds.toSorted());
});

test('a move saves no figures here while the other deal still counts the payment', async () => {
  const { charge } = payment();
  const other = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  succeeded(await world().syncPayments(other));
  // A text that is no id stops the sync of the other deal.
  world().edit(other, { stripe_payment_ids: 'see mail' });
  const dealId = newDeal();
  const moved = await changed(dealId, { action: 'assign', ids: [charge.id], moveFrom: [other] });
  expect(moved.figures).toMatchObject({ status: 'failed', error: { code: 'bad-id' } });
  expect(world().storedOf(other)).toMatchObject({
    stripe_gross_amount: '123.00',
    stripe_sync_error: expect.stringContaining('"see", "mail"') as string,
  });
  expect(world().storedOf(dealId)).toMatchObject({
    stripe_payment_ids: charge.id,
    stripe_gross_amount: null,
  });
});
