import { expect, test } from 'vitest';
import { useLinking } from './linking.ts';
import { succeeded } from './replies.ts';

const { world, newDeal, payment, letSearchesCatchUp } = useLinking();

const merged = (objectType: 'deals' | 'contacts', primary: string, other: string): string =>
  world().world.hubspot.store.mergeObjects(objectType, primary, other).id;

test('metadata that names a deal counts on the deal into which it was merged, also after a second merge', async () => {
  const [first, second, third] = [newDeal(), newDeal(), newDeal()];
  const { charge } = payment({ hubspot_deal_id: second });
  const once = merged('deals', first, second);
  const twice = merged('deals', third, once);
  await letSearchesCatchUp();
  const { view } = succeeded(await world().syncPayments(twice));
  expect(view.payments.map(({ id, reason }) => [id, reason.evidence])).toEqual([
    [charge.id, 'metadata'],
  ]);
  expect(world().storedOf(twice)).toMatchObject({
    stripe_payment_status: 'paid',
    stripe_match: 'metadata',
  });
});

test('a payment that names the former id of a deal is not the payment of another one', async () => {
  const [first, second] = [newDeal(), newDeal()];
  const { charge } = payment({ hubspot_deal_id: second });
  merged('deals', first, second);
  const linked = newDeal({ stripe_customer_id: charge.customer ?? '' });
  await letSearchesCatchUp();
  expect(succeeded(await world().syncPayments(linked)).view.payments).toEqual([]);
});
