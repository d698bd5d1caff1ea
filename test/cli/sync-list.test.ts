import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYNC_LIST } from '../../cli/refresh/programs.ts';
import { runParts } from '../../cli/refresh/run-parts.ts';
import type { FunctionsWorld } from '../functions/harness.ts';
import { startFunctionsWorld } from '../functions/harness.ts';
import { inVirtualTime } from '../functions/in-virtual-time.ts';
import { VIRTUAL_TIME } from '../functions/run-main.ts';
import { fakeTerminal, flowing } from './fake-terminal.ts';

beforeAll(inVirtualTime);

let world: FunctionsWorld;
/** Of Zoe, who paid 123.00. */
let linked: readonly string[];
let unlinked: string;

beforeAll(async () => {
  world = await startFunctionsWorld();
  const { store } = world.world.hubspot;
  const stripe = world.world.stripe.world;
  await world.stripe.send('PUT', '/limits', { enabled: false });
  await world.hubspot.send('PUT', '/limits', { enabled: false });
  linked = Array.from({ length: 3 }, () => {
    const customer = stripe.createCustomer({ name: 'Zoe', email: 'zoe@list.example' });
    stripe.payByCard({ amount: 12_300, currency: 'usd', customer: customer.id });
    const properties = { dealstage: 'presentationscheduled', stripe_customer_id: customer.id };
    return store.createObject('deals', properties).id;
  });
  unlinked = store.createObject('deals', { dealstage: 'presentationscheduled' }).id;
  await world.stripe.send('POST', '/clock/advance', { durationMs: 120_000 });
  await world.hubspot.send('POST', '/clock/advance', { durationMs: 120_000 });
});
afterAll(() => world.close());

interface Printed {
  readonly records: readonly { readonly recordId: string; readonly status: string }[];
}

async function run(...argv: readonly string[]) {
  const terminal = fakeTerminal({});
  const code = await runParts(SYNC_LIST, argv, {
    environment: world.environment,
    readFile: () => undefined,
    terminal,
    clock: { nowMs: world.nowMs },
    elapsedMs: VIRTUAL_TIME.nowMs,
    random: () => 0.5,
    timeZone: 'UTC',
  });
  const out = terminal.out();
  return { code, out, said: flowing(out), aside: flowing(terminal.err()) };
}

const idsIn = (out: string): readonly string[] =>
  (JSON.parse(out) as Printed).records.map(({ recordId }) => recordId).toSorted();

test('syncs the linked deals of a stage, and after an interruption only those that are left', async () => {
  const { code, out } = await run(
    '--deals',
    'linked',
    '--stage',
    'presentationscheduled',
    '--json',
  );
  expect(code).toBe(0);
  expect(idsIn(out)).toEqual(linked.toSorted());
  for (const id of linked) {
    expect(world.storedOf(id)).toMatchObject({ stripe_amount_paid: '123.00' });
  }
  expect(world.storedOf(unlinked)['stripe_last_synced_at']).toBeNull();
  const again = await run(
    '--deals',
    'all',
    '--stage',
    'presentationscheduled',
    '--older-than',
    '1h',
    '--json',
  );
  expect(idsIn(again.out)).toEqual([unlinked]);
});

test('syncs what it is named, and says what it could not', async () => {
  const [first = ''] = linked;
  const { code, said } = await run('--deals', `${first}, 424242,`);
  expect(said).toContain('1 record synced, of which 0 had new figures.');
  expect(said).toContain('Deals: 424242 This record doesn');
  expect(said).toContain('Check the ID.');
  expect(code).toBe(1);
});

test('says a reason once for all records that it is about', async () => {
  const ids = Array.from({ length: 12 }, (_, index) => String(424_200 + index));
  const { said } = await run('--deals', ids.join(','));
  expect(said).toContain("12 records weren't synced:");
  expect(said.split("This record doesn't exist in HubSpot")).toHaveLength(2);
  expect(said).toContain('424209 and 2 more (all of them with --json) This record');
});

test('does not say that all is up to date where there was nothing to sync', async () => {
  const ofStage = await run('--deals', 'linked', '--pipeline', 'of-nobody');
  expect(ofStage.said).toContain('There are no such records. Check the IDs of --pipeline');
  const synced = await run('--deals', linked[0] ?? '', '--older-than', '30d');
  expect(synced.said).toContain('There are no such records that were not synced within this time.');
  expect([ofStage.code, synced.code]).toEqual([0, 0]);
});

const newDeals = (count: number): string => {
  const { store } = world.world.hubspot;
  return Array.from({ length: count }, () => store.createObject('deals', {}).id).join(',');
};

const LIMITED = {
  status: 429,
  body: { error: { type: 'invalid_request_error', code: 'rate_limit', message: 'Slow down.' } },
};

test('under limits that never end it stops after few requests, with exit code 3', async () => {
  await world.stripe.forgetRequests();
  await world.stripe.fault(LIMITED);
  const { code, aside } = await run('--deals', newDeals(12));
  const requests = await world.stripe.requests();
  await world.stripe.clearFaults();
  expect(aside).toContain('Stripe is limiting requests for this account.');
  expect(requests.length).toBeLessThan(100);
  expect(code).toBe(3);
});

test('where a service stops it in the middle, it says how many are synced, how many wait, and how to continue', async () => {
  const unlinkedDeals = newDeals(10);
  // Only of those who link a customer the payments are listed.
  await world.stripe.fault({ ...LIMITED, pathPattern: '/v1/charges$' });
  const { code, aside } = await run('--deals', [unlinkedDeals, ...linked.slice(0, 2)].join(','));
  await world.stripe.clearFaults();
  expect(aside).toContain('10 records synced');
  expect(aside).toContain('Stopped with 2 records waiting.');
  expect(aside).toContain('run the same command again to continue');
  expect(code).toBe(3);
});

test('a record that is named is exit code 3 where HubSpot cannot be reached', async () => {
  await world.hubspot.fault({ status: 503 });
  const { code } = await run('--deals', linked[0] ?? '');
  await world.hubspot.clearFaults();
  expect(code).toBe(3);
});

test('syncs the members of a HubSpot list', async () => {
  const [first = ''] = linked;
  const { lists } = world.world.hubspot.store;
  const id = lists.create({ name: 'Won', objectType: 'deals', recordIds: [first] });
  const { code, out } = await run('--deals', 'all', '--list', id, '--json');
  expect(idsIn(out)).toEqual([first]);
  expect(code).toBe(0);
});

describe('refuses with how it is used, and exit code 2,', () => {
  test.each([
    ['no type', [], 'Choose one of --deals'],
    ['two types', ['--deals', 'all', '--contacts', 'all'], 'Choose one of --deals'],
    ['a word', ['--deals', 'mine'], '"mine" is neither linked, all nor record IDs'],
    ['an empty list', ['--deals', ''], '"" is neither linked, all nor record IDs'],
    [
      'a stage of contacts',
      ['--contacts', 'all', '--stage', 'x'],
      '--pipeline and --stage are for',
    ],
    ['a stage of ids', ['--deals', '9001', '--stage', 'x'], '--pipeline and --stage are for'],
    ['a list without all', ['--deals', 'linked', '--list', '7'], '--list needs all'],
    ['no age', ['--deals', 'all', '--older-than', 'old'], '"old" isn\'t a time'],
    ['an age of nothing', ['--deals', 'all', '--older-than', '0h'], '"0h" isn\'t a time'],
    ['an unknown option', ['--deal', '9001'], '"--deal" isn\'t known here'],
  ])('%s', async (_name, argv, text) => {
    const { code, aside } = await run(...argv);
    expect(code).toBe(2);
    expect(aside).toContain(text);
  });
});

test('before the setup says that it is missing', async () => {
  const bare = await startFunctionsWorld();
  try {
    for (const name of ['stripe_customer_id', 'stripe_payment_ids']) {
      bare.world.hubspot.store.properties('deals').forget(name);
    }
    const terminal = fakeTerminal({});
    const code = await runParts(SYNC_LIST, ['--deals', 'linked'], {
      environment: bare.environment,
      readFile: () => undefined,
      terminal,
      clock: { nowMs: bare.nowMs },
      elapsedMs: VIRTUAL_TIME.nowMs,
      random: () => 0.5,
      timeZone: 'UTC',
    });
    expect(flowing(terminal.err())).toMatch(/properties/i);
    expect(code).toBe(1);
  } finally {
    await bare.close();
  }
});
