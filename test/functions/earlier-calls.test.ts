import { movedPaymentsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { useLinking } from './linking.ts';
import { failureOf, succeeded } from './replies.ts';

// What an earlier call of the same action has written, before searches knew of another deal.

const { world, newDeal, payment, ask, changed, letSearchesCatchUp } = useLinking();

const noted = (dealId: string) =>
  movedPaymentsIn(world().storedOf(dealId)['stripe_moved_payments']).map(
    ({ id, from, to }) => `${id}: ${from.recordId} -> ${to.recordId}`,
  );

test('a payment that was assigned here, and whose customer another deal linked meanwhile, is assigned here', async () => {
  const { charge } = payment();
  const here = newDeal({ stripe_payment_ids: charge.id });
  newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  await changed(here, { action: 'assign', ids: [charge.id] });
  expect(world().storedOf(here)['stripe_amount_paid']).toBe('123.00');
});

test('the move of such a payment that a person agreed to is noted on both deals', async () => {
  const { charge } = payment();
  const here = newDeal({ stripe_payment_ids: charge.id });
  const losing = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  await changed(here, { action: 'assign', ids: [charge.id], moveFrom: [losing] });
  const line = `${charge.id}: ${losing} -> ${here}`;
  expect([noted(here), noted(losing)]).toEqual([[line], [line]]);
});

test('a link that is refused because another deal was first does not stay', async () => {
  const { charge } = payment();
  const customerId = charge.customer ?? '';
  const first = newDeal({ stripe_customer_id: customerId });
  await letSearchesCatchUp();
  const later = newDeal({ stripe_customer_id: customerId });
  await letSearchesCatchUp();
  const { code, claimedBy } = failureOf(await ask(later, { action: 'link', customerId }));
  expect([code, claimedBy?.recordId]).toEqual(['linked-to-other-deal', first]);
  expect(world().storedOf(later)['stripe_customer_id'] ?? '').toBe('');
  expect(world().storedOf(first)['stripe_amount_paid']).toBe('123.00');
});

test('who gives up a payment that two deals claimed saves the figures of the deal that has it', async () => {
  const { charge } = payment();
  const first = newDeal({ stripe_payment_ids: charge.id });
  await letSearchesCatchUp();
  const later = newDeal({ stripe_payment_ids: charge.id });
  await letSearchesCatchUp();
  succeeded(await world().syncPayments(first));
  expect(world().storedOf(first)['stripe_amount_paid'] ?? '').toBe('');
  const refused = failureOf(await ask(later, { action: 'assign', ids: [charge.id] }));
  expect(refused.code).toBe('claimed-by-other-deal');
  expect(world().storedOf(later)['stripe_payment_ids'] ?? '').toBe('');
  expect(world().storedOf(first)['stripe_amount_paid']).toBe('123.00');
});
