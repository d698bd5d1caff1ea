import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ObjectType } from '@stripe-payments/core';
import { randomFrom } from '../builders/random-from.ts';
import { catchUp, HOUR_MS } from './catching-up.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import type { FunctionUid, Main } from './run-main.ts';
import { FUNCTION_CLOCK, loadMain, VIRTUAL_TIME } from './run-main.ts';

/** Set to try more, or one again: `WORLDS=500 FIRST_SEED=1`. */
const WORLDS = Number(process.env['WORLDS'] ?? 6);
const FIRST_SEED = Number(process.env['FIRST_SEED'] ?? 1);
/** Actions before each catch-up: many, then few, so that each has to be noticed by itself. */
const PHASES = [8, 3, 1, 1, 1];

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
  FUNCTION_CLOCK.nowMs = () => world.nowMs();
});
afterAll(async () => {
  FUNCTION_CLOCK.nowMs = () => Date.now();
  await world.close();
});

const never = (): Promise<never> => new Promise(() => undefined);

interface Killable {
  readonly main: Main;
  readonly killed: Promise<'killed'>;
}

/** A process that is killed at a request, which may still have taken effect; nothing is sent after it. */
function killedAt(uid: FunctionUid, request: number, isSent: boolean): Killable {
  let left = request;
  let kill = (): void => undefined;
  const killed = new Promise<'killed'>((resolve) => {
    kill = () => {
      resolve('killed');
    };
  });
  const main = loadMain(uid, {
    fetch: async (...asked) => {
      left -= 1;
      if (left >= 0) return VIRTUAL_TIME.fetch(...asked);
      if (left === -1) {
        if (isSent) await VIRTUAL_TIME.fetch(...asked);
        kill();
      }
      return never();
    },
  });
  return { main, killed };
}

interface Storm {
  readonly random: () => number;
  readonly tally: Record<string, number>;
  readonly deals: string[];
  readonly contacts: readonly string[];
  readonly company: string;
  readonly customers: readonly string[];
  readonly charges: string[];
  readonly disputes: string[];
}

const pick = <T>({ random }: Pick<Storm, 'random'>, items: readonly T[]): T | undefined =>
  items[Math.floor(random() * items.length)];

const advance = (durationMs: number): Promise<unknown> =>
  world.stripe.send('POST', '/clock/advance', { durationMs });

function prepare(seed: number): Storm {
  const random = randomFrom(seed);
  const { store } = world.world.hubspot;
  const stripe = world.world.stripe.world;
  const names = ['ada', 'ben', 'cyd'].map((name) => `${name}${String(seed)}`);
  const emailOf = (name: string): string => `${name}@storm${String(seed)}.example`;
  const contacts = names.map(
    (name) => store.createObject('contacts', { firstname: name, email: emailOf(name) }).id,
  );
  const domain = `storm${String(seed)}.example`;
  const company = store.createObject('companies', { name: domain, domain }).id;
  const customers = names.map((name) => stripe.createCustomer({ name, email: emailOf(name) }).id);
  const deals = [0, 1, 2, 3].map((nth) => {
    const linked = nth === 0 ? { stripe_customer_id: customers[0] ?? '' } : {};
    const deal = store.createObject('deals', { dealname: `Deal ${String(nth)}`, ...linked }).id;
    return deal;
  });
  for (const [nth, contact] of contacts.entries()) {
    store.associate('contacts', contact, 'companies', company);
    const deal = deals[nth + 1];
    if (deal !== undefined && random() < 0.8) store.associate('deals', deal, 'contacts', contact);
  }
  return { random, tally: {}, deals, contacts, company, customers, charges: [], disputes: [] };
}

type Act = (storm: Storm) => Promise<void> | void;

const amountOf = ({ random }: Storm): number => 1_000 + Math.floor(random() * 50_000);

const AT_STRIPE: Readonly<Record<string, Act>> = {
  pay: (storm) => {
    const customer = pick(storm, storm.customers);
    const deal = pick(storm, storm.deals) ?? '';
    const metadata = storm.random() < 0.3 ? { hubspot_deal_id: deal } : {};
    const payment = { amount: amountOf(storm), currency: 'usd', metadata };
    if (customer === undefined) return;
    const { charge } = world.world.stripe.world.payByCard({ ...payment, customer });
    storm.charges.push(charge.id);
  },
  refund: (storm) => {
    const charge = pick(storm, storm.charges);
    if (charge !== undefined) world.world.stripe.world.refund(charge, { amount: 100 });
  },
  dispute: (storm) => {
    const charge = storm.charges.pop();
    if (charge !== undefined) storm.disputes.push(world.world.stripe.world.openDispute(charge).id);
  },
  decide: (storm) => {
    const dispute = storm.disputes.pop();
    if (dispute === undefined) return;
    if (storm.random() < 0.5) world.world.stripe.world.winDispute(dispute);
    else world.world.stripe.world.loseDispute(dispute);
  },
  decline: (storm) => {
    const customer = pick(storm, storm.customers);
    if (customer === undefined) return;
    const declined = { amount: 900, currency: 'usd', customer, decline: 'insufficient_funds' };
    world.world.stripe.world.payDeclined(declined);
  },
  moveEmail: (storm) => {
    const [first, , third] = storm.customers;
    const id = storm.random() < 0.5 ? first : third;
    const email = `moved${String(Math.floor(storm.random() * 3))}@elsewhere.example`;
    if (id !== undefined) world.world.stripe.world.changeCustomer(id, { email });
  },
};

const AT_HUBSPOT: Readonly<Record<string, Act>> = {
  merge: ({ deals, random }) => {
    if (deals.length < 3 || random() < 0.5) return;
    const [primary, other] = deals.splice(0, 2);
    if (primary === undefined || other === undefined) return;
    deals.push(world.world.hubspot.store.mergeObjects('deals', primary, other).id);
  },
  edit: (storm) => {
    const deal = pick(storm, storm.deals);
    const customer = pick(storm, storm.customers);
    if (deal === undefined || customer === undefined) return;
    world.edit(deal, { stripe_customer_id: storm.random() < 0.3 ? '' : customer });
  },
  readdress: (storm) => {
    const contact = pick(storm, storm.contacts);
    const email = `moved${String(Math.floor(storm.random() * 3))}-${contact ?? ''}@elsewhere.example`;
    if (contact !== undefined) world.edit(contact, { email }, 'contact');
  },
};

/** By a person in a card; the function may be killed in the middle. */
async function byPerson(storm: Storm, uid: FunctionUid, parameters: object): Promise<void> {
  const deal = pick(storm, storm.deals);
  if (deal === undefined) return;
  const { main, killed } =
    storm.random() < 0.4
      ? killedAt(uid, Math.floor(storm.random() * 25), storm.random() < 0.5)
      : { main: loadMain(uid), killed: never() };
  const timer = setInterval(() => {
    advance(1_000).catch(() => undefined);
  }, 5);
  try {
    const call =
      uid === 'link-payments'
        ? world.linkPayments(deal, { main, parameters })
        : world.syncPayments(deal, { main, parameters });
    const outcome = await Promise.race([call, killed]);
    const name = outcome === 'killed' ? 'killed' : outcome.ok ? 'done' : 'refused';
    storm.tally[name] = (storm.tally[name] ?? 0) + 1;
  } finally {
    clearInterval(timer);
  }
}

const BY_PERSON: Readonly<Record<string, Act>> = {
  sync: (storm) => byPerson(storm, 'sync-payments', {}),
  assign: (storm) => {
    const id = pick(storm, storm.charges);
    if (id === undefined) return;
    return byPerson(storm, 'link-payments', {
      action: 'assign',
      id,
      moveFrom: storm.random() < 0.7 ? storm.deals : [],
    });
  },
  unassign: (storm) =>
    byPerson(storm, 'link-payments', { action: 'unassign', id: pick(storm, storm.charges) ?? '' }),
  link: (storm) =>
    byPerson(storm, 'link-payments', {
      action: 'link',
      customerId: pick(storm, storm.customers) ?? '',
    }),
  unlink: (storm) =>
    byPerson(storm, 'link-payments', {
      action: 'unlink',
      customerId: pick(storm, storm.customers) ?? '',
    }),
};

const ACTS = Object.entries({ ...AT_STRIPE, ...AT_HUBSPOT, ...BY_PERSON });
/** More of what makes the others possible. */
const WEIGHTED = [...ACTS, ...ACTS.filter(([name]) => name === 'pay' || name === 'assign')];

const FAULTS = [
  { status: 500 },
  { status: 502, afterServing: true },
  { status: 429 },
  { drop: true },
  { drop: true, afterServing: true },
  { delayMs: 5_000 },
  { delayMs: 60_000, afterServing: true },
  { status: 423 },
] as const;

async function injectFault(storm: Storm): Promise<void> {
  if (storm.random() < 0.5) return;
  const service = storm.random() < 0.5 ? world.stripe : world.hubspot;
  const fault = pick(storm, FAULTS);
  const skip = Math.floor(storm.random() * 12);
  if (fault !== undefined) await service.fault({ ...fault, skip, times: 1 });
}

const recordsOf = (storm: Storm): readonly (readonly [ObjectType, string])[] => [
  ...storm.deals.map((id) => ['deal', id] as const),
  ...storm.contacts.map((id) => ['contact', id] as const),
  ['company', storm.company],
];

/** What a fresh computation would still change. A record without a payment may never have been synced. */
async function differences(storm: Storm): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [objectType, id] of recordsOf(storm)) {
    const isSynced = (world.storedOf(id, objectType)['stripe_last_synced_at'] ?? '') !== '';
    const reply = await world.syncPayments(id, { objectType });
    if (!reply.ok) {
      found.push(`${objectType}/${id}: ${reply.error.code} ${reply.error.detail ?? ''}`);
    } else if (reply.changes.length > 0 && (isSynced || reply.view.summary.status !== 'none')) {
      const changes = reply.changes.map(({ name, from, to }) => `${name}: ${from} -> ${to}`);
      found.push(`${objectType}/${id}: ${changes.join(', ')}`);
    }
  }
  return found;
}

/** Some actions with faults around them, then a quiet hour, in which every fee gets known. */
async function rage(storm: Storm, actions: number): Promise<readonly string[]> {
  const done: string[] = [];
  for (let action = 0; action < actions; action += 1) {
    await advance(20_000 + Math.floor(storm.random() * 200_000));
    const [name, act] = pick(storm, WEIGHTED) ?? ['', () => undefined];
    await injectFault(storm);
    await act(storm);
    await world.stripe.clearFaults();
    await world.hubspot.clearFaults();
    done.push(name);
  }
  await advance(HOUR_MS);
  return done;
}

async function mismatchesAfter(seed: number): Promise<readonly string[]> {
  const storm = prepare(seed);
  for (const actions of PHASES) {
    const done = await rage(storm, actions);
    const { failed } = await catchUp(world, 1.5);
    const own = recordsOf(storm).map(([objectType, id]) => `${objectType}/${id}:`);
    const failures = failed.filter((text) => own.some((name) => text.startsWith(name)));
    const mismatches = [...failures, ...(await differences(storm))];
    if (mismatches.length > 0) {
      return mismatches.map(
        (text) =>
          `seed ${String(seed)}: ${text} (${done.join(' ')}; ${JSON.stringify(storm.tally)})`,
      );
    }
  }
  return [];
}

test('after any storm one catch-up makes every record what a fresh computation gives', async () => {
  const mismatches: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed += 1) {
    mismatches.push(...(await mismatchesAfter(seed)));
  }
  expect(mismatches).toEqual([]);
}, 3_600_000);
