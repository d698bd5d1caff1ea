import { createWarmMemory } from '@stripe-payments/sync';
import { adoptLinks, planAdoption, wireAdoption } from '@stripe-payments/sync/setup';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { inVirtualTime } from '../functions/in-virtual-time.ts';
import type { SetupWorld } from './setup-harness.ts';
import { startSetupWorld } from './setup-harness.ts';
import { requestsOf } from '../functions/requests.ts';

beforeAll(inVirtualTime);

const SOURCE = 'contact.crm_stripe_ref';
const HOUR_MS = 3_600_000;

let world: SetupWorld;

beforeEach(async () => {
  world = await startSetupWorld({ isSetUp: true });
  const { store } = world.world.hubspot;
  store.properties('contacts').create({
    name: 'crm_stripe_ref',
    label: 'Reference',
    groupName: 'contactinformation',
    type: 'string',
    fieldType: 'text',
  });
});

afterEach(() => world.close());

const store = () => world.world.hubspot.store;
const catchUp = () => world.hubspot.send('POST', '/clock/advance', { durationMs: HOUR_MS });

const customer = (): string => world.world.stripe.world.createCustomer({ name: 'Ada' }).id;

const contact = (crm_stripe_ref: string, own = ''): string =>
  store().createObject('contacts', { crm_stripe_ref, stripe_customer_id: own }).id;

const linkOf = (id: string): string | null => store().valueOf('contacts', id, 'stripe_customer_id');

/** What a script gets for each record. */
async function adopted(...flags: readonly string[]) {
  const { code, out } = await world.run(['adopt', SOURCE, '--json', ...flags]);
  const { links, ...rest } = JSON.parse(out) as {
    readonly links: readonly { recordId: string; adoption: string }[];
  };
  const adoptions = Object.fromEntries(links.map((each) => [each.recordId, each.adoption]));
  return { code, adoptions, ...rest };
}

test('the properties with customer ids are listed, and the one command that shows more', async () => {
  contact(customer());
  contact('none yet');
  await catchUp();
  const { code, said } = await world.run(['adopt']);
  expect(said).toContain(
    'contact.crm_stripe_ref Reference: 2 records; 1 of the newest 2 values are customer IDs',
  );
  expect(said).toContain('Run `npm run setup -- adopt contact.crm_stripe_ref`');
  expect(said).not.toContain('stripe_customer_id');
  expect(code).toBe(0);
});

test('a dry run says what becomes of every record and writes nothing', async () => {
  const [free, other, twice] = [customer(), customer(), customer()];
  world.world.stripe.world.addOtherModeId('cus_Live');
  const kinds = {
    [contact(free)]: 'to-link',
    [contact(other, other)]: 'linked',
    [contact(customer(), 'cus_Someone')]: 'linked-to-other',
    [contact(twice)]: 'on-two-records',
    [contact(twice)]: 'on-two-records',
    [contact('see notes')]: 'not-an-id',
    [contact('cus_Gone')]: 'unknown-customer',
    [contact('cus_Live')]: 'wrong-mode',
  };
  await catchUp();
  expect(await adopted()).toMatchObject({ code: 0, isDryRun: true, adoptions: kinds, later: 0 });
  const { said } = await world.run(['adopt', SOURCE]);
  expect(said).toContain('To link: 1');
  expect(said).toContain('On two records: neither is linked: 2');
  expect(said).toContain('Nothing was changed. Run it again with --yes to link them.');
  const writes = (await requestsOf(world)).filter(({ method }) => method === 'PATCH');
  expect(writes).toEqual([]);
});

test('what is agreed to is linked, only in the own property, and a second run changes nothing', async () => {
  const id = customer();
  const record = contact(` ${id} `);
  await catchUp();
  const { said, questions, code } = await world.run(['adopt', SOURCE], {
    isTerminal: true,
    answers: ['y'],
  });
  expect(questions).toEqual(['Link 1 record? Only stripe_customer_id is written. (y/N)']);
  expect(said).toContain('1 record linked. Run `npm run catch-up` to sync them.');
  expect(code).toBe(0);
  expect(linkOf(record)).toBe(id);
  expect(store().valueOf('contacts', record, 'crm_stripe_ref')).toBe(` ${id} `);
  await catchUp();
  expect(await adopted('--yes')).toMatchObject({
    isDryRun: true,
    adoptions: { [record]: 'linked' },
  });
});

test('a link that a person removed is not made again', async () => {
  const record = contact(customer());
  await catchUp();
  await adopted('--yes');
  expect(linkOf(record)).not.toBeNull();
  world.edit(record, { stripe_customer_id: '' }, 'contact');
  await catchUp();
  expect(await adopted('--yes')).toMatchObject({ adoptions: { [record]: 'removed' } });
  expect(linkOf(record)).toBeNull();
});

test('a record that changed since the plan is left as it is', async () => {
  const [first, second, third] = [customer(), customer(), customer()].map((id) => contact(id));
  await catchUp();
  const ports = wireAdoption(
    {
      environment: world.environment,
      clock: { nowMs: world.nowMs },
      elapsedMs: () => performance.now(),
      random: () => 0.5,
    },
    createWarmMemory(),
  );
  const plan = await planAdoption(ports, { objectType: 'contact', property: 'crm_stripe_ref' });
  world.edit(first ?? '', { stripe_customer_id: 'cus_ByHand' }, 'contact');
  world.edit(second ?? '', { crm_stripe_ref: customer() }, 'contact');
  const done = await adoptLinks(ports, plan, () => undefined);
  expect(done).toEqual({ linked: [third], skipped: [first, second], error: null });
  expect(linkOf(first ?? '')).toBe('cus_ByHand');
  expect(linkOf(second ?? '')).toBeNull();
});

test('a run that is stopped says so, and the next goes on', async () => {
  const records = Array.from({ length: 30 }, () => contact(customer()));
  await catchUp();
  await world.hubspot.fault({ status: 403, pathPattern: `/0-1/${String(records[25])}$` });
  const stopped = await adopted('--yes');
  expect(stopped).toMatchObject({ code: 1, ok: false });
  expect(records.map(linkOf).filter((link) => link !== null).length).toBeGreaterThanOrEqual(20);
  await world.hubspot.clearFaults();
  await catchUp();
  expect(await adopted('--yes')).toMatchObject({ code: 0, ok: true });
  expect(records.map(linkOf)).not.toContain(null);
});

test.each([
  ['a property that is not there', 'contact.no_such', "isn't a text property"],
  ['a number', 'deal.amount', "isn't a text property"],
  ["the app's own", 'contact.stripe_customer_id', "isn't a text property"],
  ['no record type', 'crm_stripe_ref', 'Write it as contact.stripe_id'],
])('%s is refused with exit code 2', async (_name, source, text) => {
  const { code, aside } = await world.run(['adopt', source]);
  expect(aside).toContain(text);
  expect(code).toBe(2);
});

test('without a Stripe key, or the own properties, nothing is read', async () => {
  const keyless = await world.run(['adopt', SOURCE], { environment: { STRIPE_SECRET_KEY: '' } });
  expect(keyless).toMatchObject({ code: 1 });
  expect(keyless.aside).toContain('No Stripe key found.');
  store().properties('contacts').archive('stripe_customer_id');
  expect((await world.run(['adopt', SOURCE])).aside).toContain('archived');
});
