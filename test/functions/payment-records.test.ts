import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { askRange } from './catching-up.ts';
import { useLinking } from './linking.ts';
import { paymentRecordsIn } from './payment-records.ts';
import { succeeded } from './replies.ts';
import { demoNowMs, FUNCTION_CLOCK } from './run-main.ts';
import { named, requestsOf, forgetRequests } from './requests.ts';

const { world, stripe, newDeal, payer, changed, letSearchesCatchUp } = useLinking();
const records = paymentRecordsIn(world);

const PATH = 'p_stripe_payment';

beforeAll(() => records.turnOn());
beforeEach(() => {
  records.deleteAll();
});

const pay = (customer: string, amount = 12_300) =>
  stripe().payByCard({ amount, currency: 'usd', customer, atMs: world().nowMs() - 1_000 }).charge;

const sync = async (deal: string) => succeeded(await world().syncPayments(deal));

test('each payment that counts on a deal has a record with its figures, tied to the deal', async () => {
  const customer = payer().id;
  const charges = [pay(customer), pay(customer, 4_500)];
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  expect(records.all()).toHaveLength(2);
  const [first] = records.of(charges[0]?.id ?? '');
  expect(first?.value('stripe_amount_paid')).toBe('123.00');
  expect(first?.value('stripe_deal_match')).toBe('linked');
  expect(first?.value('stripe_match')).toBe('linked');
  expect(first?.value('stripe_mode')).toBe('test');
  expect(first?.value('stripe_payment_name')).toBe('Zelda Quartermaine, 123.00 USD');
  for (const record of records.all()) expect(record.tiedTo('deal')).toEqual([deal]);
  expect(world().storedOf(deal)['stripe_sync_error']).toBeNull();
});

test('of more payments than are compared at once each has one record, associated with the deal', async () => {
  const customer = payer().id;
  const charges = Array.from({ length: 205 }, () => pay(customer).id);
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  const all = records.all();
  expect(all.map(({ value }) => value('stripe_charge_id')).sort()).toEqual(charges.sort());
  for (const record of all) expect(record.tiedTo('deal')).toEqual([deal]);
  expect(world().storedOf(deal)['stripe_sync_error']).toBeNull();
});

test('a sync without news writes no payment record', async () => {
  const customer = payer().id;
  pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  await forgetRequests(world());
  await sync(deal);
  const asked = named(await requestsOf(world())).filter((name) => name.includes(PATH));
  expect(asked).toHaveLength(2);
  for (const name of asked) expect(name).toMatch(/batch\/read$/);
});

test('a payment that is moved keeps its record, tied to the other deal', async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  const before = newDeal({ stripe_customer_id: customer });
  await sync(before);
  const after = newDeal();
  await letSearchesCatchUp();
  await changed(after, { action: 'assign', ids: [id], moveFrom: [before] });
  const [record, ...others] = records.of(id);
  expect(others).toEqual([]);
  expect(record?.tiedTo('deal')).toEqual([after]);
  expect(record?.value('stripe_deal_match')).toBe('assigned');
});

test('a payment that is no longer linked is untied and has no match', async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  await letSearchesCatchUp();
  await changed(deal, { action: 'unlink', customerId: customer });
  const [record] = records.of(id);
  expect(record?.tiedTo('deal')).toEqual([]);
  expect(record?.value('stripe_deal_match')).toBeNull();
  expect(record?.value('stripe_match')).toBe('none');
});

test('a record that a person deleted in HubSpot is not made again, and the figures are saved', async () => {
  const customer = payer().id;
  const [{ id }, other] = [pay(customer), pay(customer, 4_500)];
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  const [record] = records.of(id);
  world().world.hubspot.store.records.archive(records.typeId(), record?.id ?? '');
  await sync(deal);
  expect(records.all().map(({ value }) => value('stripe_charge_id'))).toEqual([other.id]);
  expect(world().storedOf(deal)).toMatchObject({
    stripe_amount_paid: '168.00',
    stripe_sync_error: null,
  });
});

test("HubSpot's own charges are not copied", async () => {
  const customer = payer().id;
  const metadata = { portalID: '4242', hs_pmguid: '0f8fad5b-d9cb-469f-a165-000000000009' };
  stripe().payByCard({ amount: 900, currency: 'usd', customer, metadata, atMs: world().nowMs() });
  const deal = newDeal({ stripe_customer_id: customer });
  await sync(deal);
  expect(records.all()).toEqual([]);
});

test('where the account has no room for records, the figures are saved and the record says why', async () => {
  const customer = payer().id;
  pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  const { behavior } = world().world.hubspot;
  const { customRecordLimit } = behavior.current;
  behavior.change({ customRecordLimit: 0 });
  await sync(deal);
  behavior.change({ customRecordLimit });
  const stored = world().storedOf(deal);
  expect(stored['stripe_amount_paid']).toBe('123.00');
  expect(stored['stripe_sync_error']).toMatch(
    /^The figures are saved\. Not all Stripe payment records are: .*limit/,
  );
  await sync(deal);
  expect(world().storedOf(deal)['stripe_sync_error']).toBeNull();
  expect(records.all()).toHaveLength(1);
});

test('a payment whose record is there moves to another deal also where there is no room for a new one', async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  const first = newDeal({ stripe_customer_id: customer });
  await sync(first);
  const { behavior } = world().world.hubspot;
  const { customRecordLimit } = behavior.current;
  behavior.change({ customRecordLimit: records.all().length });
  const { id: without } = pay(customer);
  world().edit(first, { stripe_customer_id: '' });
  const second = newDeal({ stripe_customer_id: customer });
  await letSearchesCatchUp();
  await sync(first);
  await sync(second);
  behavior.change({ customRecordLimit });
  expect(records.of(without)).toEqual([]);
  expect(records.of(id).map((record) => record.tiedTo('deal'))).toEqual([[second]]);
  expect(records.of(id).map(({ value }) => value('stripe_match'))).toEqual(['linked']);
  expect(world().storedOf(second)['stripe_sync_error']).toMatch(/limit/);
});

test('a list does not tell a record for synced whose payment records are not all saved', async () => {
  const customer = payer().id;
  pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  const { behavior } = world().world.hubspot;
  const { customRecordLimit } = behavior.current;
  const list = { objectType: 'deal', which: [deal], where: {}, syncedBeforeMs: null };
  behavior.change({ customRecordLimit: 0 });
  const { records: failed } = succeeded(await askRange(world(), { list }));
  behavior.change({ customRecordLimit });
  expect(failed).toMatchObject([{ recordId: deal, status: 'failed' }]);
  expect(world().storedOf(deal)['stripe_amount_paid']).toBe('123.00');
  const { records: synced } = succeeded(await askRange(world(), { list }));
  expect(synced).toMatchObject([{ recordId: deal, status: 'synced' }]);
});

test('where another process makes the record of a payment at the same moment, there is one, with its figures', async () => {
  const customer = payer().id;
  const { id } = pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await world().hubspot.fault({
    method: 'POST',
    pathPattern: `${PATH}/batch/upsert$`,
    times: 1,
    status: 409,
    // The other one's write: it is there when this one is refused.
    afterServing: true,
    body: {
      status: 'error',
      category: 'CONFLICT',
      message: 'A record with that unique value exists already.',
      correlationId: 'c',
    },
  });
  await sync(deal);
  await world().hubspot.clearFaults();
  const [record, ...others] = records.of(id);
  expect(others).toEqual([]);
  expect(record?.value('stripe_amount_paid')).toBe('123.00');
  expect(record?.tiedTo('deal')).toEqual([deal]);
  expect(world().storedOf(deal)['stripe_sync_error']).toBeNull();
});

test('without the scopes nothing but the question is asked, once a minute in a warm process', async () => {
  records.withoutScopes();
  const customer = payer().id;
  pay(customer);
  const deal = newDeal({ stripe_customer_id: customer });
  await forgetRequests(world());
  await sync(deal);
  const asked = named(await requestsOf(world())).filter((name) => name.includes(PATH));
  expect(asked).toEqual([`POST /crm/associations/2026-03/0-3/${PATH}/batch/read`]);
  expect(world().storedOf(deal)['stripe_amount_paid']).toBe('123.00');
  records.withScopes();
  FUNCTION_CLOCK.nowMs = () => demoNowMs() + 61_000;
  onTestFinished(() => {
    FUNCTION_CLOCK.nowMs = demoNowMs;
  });
  await sync(deal);
  expect(records.all()).toHaveLength(1);
});
