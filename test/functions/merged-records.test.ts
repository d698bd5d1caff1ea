import { expect, test } from 'vitest';
import { NOW_MS } from './harness.ts';
import { useLinking } from './linking.ts';
import { succeeded } from './replies.ts';

const { world, newDeal, payer, payment, stripe, changed, letSearchesCatchUp } = useLinking();

const merged = (
  objectType: 'deals' | 'contacts' | 'companies',
  primary: string,
  other: string,
): string => world().world.hubspot.store.mergeObjects(objectType, primary, other).id;

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

const OWN = { contacts: 'email', companies: 'domain' } as const;

test.each(['contacts', 'companies'] as const)(
  'a payment counts on one deal where %s of two deals have its payer, one as an additional one after a merge',
  async (type) => {
    const { store } = world().world.hubspot;
    const create = (of: keyof typeof OWN, text: string, dealId?: string): string => {
      const { id } = store.createObject(of, { [OWN[of]]: text });
      if (dealId !== undefined) store.associate(of, id, 'deals', dealId);
      return id;
    };
    const [here, there] = [newDeal(), newDeal()];
    const email = `Second@${type}.example`;
    const { id: customer } = stripe().createCustomer({ email, atMs: NOW_MS - 3_600_000 });
    stripe().payByCard({ amount: 100, currency: 'usd', customer });
    const shownOn = async (dealId: string) => {
      const { view } = succeeded(await world().getPayments(dealId));
      expect(view.problems).toEqual([]);
      return [view.payments.map(({ reason }) => reason.evidence), view.needsReview.length];
    };
    create('companies', `${type}.example`, here);
    expect(await shownOn(here)).toEqual([['domain'], 0]);
    const second = type === 'contacts' ? email.toLowerCase() : `${type}.example`;
    merged(type, create(type, `x@${type}.x.example`, there), create(type, second));
    await letSearchesCatchUp();
    // An email says more than a domain; two companies with one domain say the same.
    const isContact = type === 'contacts';
    expect(await shownOn(here)).toEqual([[], isContact ? 0 : 1]);
    expect(await shownOn(there)).toEqual([isContact ? ['email'] : [], isContact ? 0 : 1]);
  },
);

test('what was linked and assigned on the record that lost a merge is offered until a person decides', async () => {
  const [kept, refused, moved] = [payer('Kept').id, payer('Refused').id, payer('Moved').id];
  const { charge } = payment();
  const primary = newDeal({ stripe_customer_id: kept });
  const other = newDeal();
  await changed(other, { action: 'link', customerId: refused });
  await changed(other, { action: 'unlink', customerId: refused });
  await changed(other, { action: 'link', customerId: moved });
  await changed(other, { action: 'assign', ids: [charge.id] });
  await letSearchesCatchUp();
  const dealId = merged('deals', primary, other);
  await letSearchesCatchUp();
  const offered = async () => {
    const { view } = succeeded(await world().getPayments(dealId));
    return view.notes.flatMap((note) =>
      note.kind === 'lost-in-merge'
        ? [...note.customers.map(({ id, name }) => [id, name]), ...note.paymentIds]
        : [],
    );
  };
  expect(world().storedOf(dealId)).toMatchObject({
    stripe_customer_id: kept,
    stripe_payment_ids: null,
  });
  expect(await offered()).toEqual([[moved, 'Moved'], charge.id]);
  await changed(dealId, { action: 'assign', ids: [charge.id] });
  expect(await offered()).toEqual([[moved, 'Moved']]);
  await changed(dealId, { action: 'link', customerId: moved });
  await changed(dealId, { action: 'unlink', customerId: moved });
  expect(await offered()).toEqual([]);
});
