import { beforeAll, beforeEach, expect, test } from 'vitest';
import { catchUp } from './catching-up.ts';
import { useLinking } from './linking.ts';
import { paymentRecordsIn } from './payment-records.ts';
import { forgetRequests, named, requestsOf } from './requests.ts';
import { succeeded } from './replies.ts';

// Payment records in HubSpot's own Payments (object 0-101).

const { world, stripe, newDeal, payer, changed, letSearchesCatchUp } = useLinking();
const records = paymentRecordsIn(world, 'hubspot-payments');
const objects = paymentRecordsIn(world);

const hubspot = () => world().world.hubspot;

beforeAll(() => records.turnOn());
beforeEach(() => {
  for (const { id } of hubspot().store.listObjects('commerce_payments')) {
    hubspot().store.records.archive('commerce_payments', id);
  }
});

/** Long enough ago for its fee to be final. */
const pay = (customer: string, amount = 12_300, currency = 'usd') =>
  stripe().payByCard({ amount, currency, customer, atMs: world().nowMs() - 7_200_000 }).charge;

const sync = async (deal: string) => succeeded(await world().syncPayments(deal));

test("a payment has one record with the app's figures and HubSpot's own, tied to the deal", async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  const [record, ...others] = records.of(id);
  expect(others).toEqual([]);
  expect(record?.tiedTo('deal')).toEqual([deal]);
  const net = Number(record?.value('stripe_net_amount'));
  const fee = Number(record?.value('hs_fees_amount'));
  expect(record?.value('hs_fees_amount')).toBe(record?.value('stripe_fee_amount'));
  expect(net + fee).toBeCloseTo(123);
  expect(record?.value('hs_initial_amount')).toBe('123.00');
  expect(record?.value('hs_latest_status')).toBe('succeeded');
  expect(record?.value('hs_processor_type')).toBe('none');
  expect(record?.value('stripe_deal_match')).toBe('linked');
  expect(world().storedOf(deal)['stripe_sync_error']).toBeNull();
});

test('a refund changes the payment, and a sync without news writes nothing', async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  stripe().refund(id, { amount: 2_300 });
  await sync(deal);
  const [record] = records.of(id);
  expect(record?.value('hs_refunds_amount')).toBe('23.00');
  expect(record?.value('hs_latest_status')).toBe('partially_refunded');
  expect(world().storedOf(deal)['stripe_sync_error']).toBeNull();
  await forgetRequests(world());
  await sync(deal);
  const asked = named(await requestsOf(world())).filter((name) => name.includes('0-101'));
  expect(asked.filter((name) => /upsert|associate|archive/.test(name))).toEqual([]);
});

test("HubSpot's own records and those of people stay as they are, also on the deal", async () => {
  const { store } = hubspot();
  const customer = payer().id;
  pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  const made = ['byo_stripe', 'none'].map((processor) => {
    const values = { hs_processor_type: processor, hs_initial_amount: '7' };
    const { id } = store.createObject('commerce_payments', values);
    store.associate('commerce_payments', id, 'deals', deal);
    return id;
  });
  await sync(deal);
  await letSearchesCatchUp();
  await catchUp(world(), 1);
  for (const id of made) {
    expect(store.associatedWith('commerce_payments', id, 'deals').map((each) => each.id)).toEqual([
      deal,
    ]);
    expect(store.valueOf('commerce_payments', id, 'stripe_match')).toBeNull();
  }
  expect(records.all().filter(({ tiedTo }) => tiedTo('deal').includes(deal))).toHaveLength(3);
}, 240_000);

test('a charge that HubSpot took gets no second record', async () => {
  const customer = payer().id;
  const metadata = { portalID: '4242', hs_pmguid: '0f8fad5b-d9cb-469f-a165-000000000019' };
  stripe().payByCard({ amount: 900, currency: 'usd', customer, metadata, atMs: world().nowMs() });
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  expect(records.all()).toEqual([]);
});

test('two deals that are synced at once make one record of a payment that moves between them', async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  const [before, after] = [newDeal({ stripe_customer_id: customer }), newDeal()];
  await Promise.all([
    sync(before),
    changed(after, { action: 'assign', ids: [id], moveFrom: [before] }),
  ]);
  await letSearchesCatchUp();
  await sync(before);
  await sync(after);
  const [record, ...others] = records.of(id);
  expect(others).toEqual([]);
  expect(record?.tiedTo('deal')).toEqual([after]);
});

test('a payment that another process makes at the same moment is changed, and not made again', async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await world().hubspot.fault({
    method: 'POST',
    pathPattern: '0-101/batch/upsert$',
    times: 1,
    status: 409,
    afterServing: true,
    body: { status: 'error', category: 'CONFLICT', message: 'Taken.', correlationId: 'c' },
  });
  await sync(deal);
  await world().hubspot.clearFaults();
  expect(records.of(id)).toHaveLength(1);
  expect(world().storedOf(deal)['stripe_sync_error']).toBeNull();
});

test('a record that a person deleted in HubSpot is not made again', async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  hubspot().store.records.archive('commerce_payments', records.of(id)[0]?.id ?? '');
  await sync(deal);
  expect(records.of(id)).toEqual([]);
  expect(world().storedOf(deal)).toMatchObject({
    stripe_amount_paid: '123.00',
    stripe_sync_error: null,
  });
});

test('where HubSpot takes no payments any more, the figures are saved and the record says why', async () => {
  const customer = payer().id;
  pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  hubspot().behavior.change({ paymentCreation: 'refused' });
  await sync(deal);
  hubspot().behavior.change({ paymentCreation: 'accepted' });
  const stored = world().storedOf(deal);
  expect(stored['stripe_amount_paid']).toBe('123.00');
  expect(stored['stripe_sync_error']).toMatch(/^The figures are saved\. .*can not be created/);
});

test('a payment in a currency that the account does not use has no record, and the others have', async () => {
  const customer = payer().id;
  const other = pay(customer, 5_000, 'sek');
  const { id } = pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  const [record, ...more] = records.of(id);
  expect(more).toEqual([]);
  expect(record?.tiedTo('deal')).toEqual([deal]);
  expect(record?.value('stripe_deal_match')).toBe('linked');
  expect(records.of(other.id)).toEqual([]);
  expect(world().storedOf(deal)['stripe_sync_error']).toMatch(/SEK/);
  await sync(deal);
  expect(record?.history('stripe_match')).toEqual(['linked']);
});

test('beside a custom object of an earlier time only the payments are kept current', async () => {
  hubspot().tokens.grant(undefined, []);
  await objects.turnOn();
  records.withScopes();
  const customer = payer().id;
  const { id } = pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  expect(records.of(id)).toHaveLength(1);
  expect(objects.all()).toEqual([]);
});
