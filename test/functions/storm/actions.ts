import type { ObjectType } from '@stripe-payments/core';
import type { ObjectTypeName } from '../../../sandbox/hubspot/model/entities.ts';
import { WorldRefusal } from '../../../sandbox/stripe/world/context.ts';
import type { FunctionUid } from '../run-main.ts';
import type { Act, Storm } from './at-stripe.ts';
import { amountOf, AT_STRIPE, chance, pick, recent, recordsOf } from './at-stripe.ts';
import { PLURALS } from './truth.ts';
import type { StormWorld } from './world.ts';
import { createStormWorld } from './world.ts';

function populate(world: StormWorld, domains: readonly string[]): readonly string[] {
  const { stripe, hubspot, random } = world;
  const { store } = hubspot;
  const names = ['ada', 'ben', 'cyd'];
  const emailOf = (name: string): string => `${name}@${domains[0] ?? ''}`;
  const customers = names.map(
    (name) => stripe.world.createCustomer({ name, email: emailOf(name) }).id,
  );
  const companies = domains
    .slice(0, 2)
    .map((domain) => store.createObject('companies', { name: domain, domain }).id);
  const contacts = names.map(
    (firstname) => store.createObject('contacts', { firstname, email: emailOf(firstname) }).id,
  );
  const deals = [0, 1, 2, 3].map((nth) => {
    const linked = nth === 0 ? { stripe_customer_id: customers[0] ?? '' } : {};
    const amount = random() < 0.5 ? { amount: '250.00', deal_currency_code: 'USD' } : {};
    return store.createObject('deals', { dealname: `Deal ${String(nth)}`, ...linked, ...amount })
      .id;
  });
  const some = (
    [from, id]: readonly [ObjectTypeName, string],
    [to, others]: readonly [ObjectTypeName, readonly string[]],
    probability: number,
  ): void => {
    // The first one is the primary one.
    for (const other of random() < 0.5 ? others : [...others].reverse()) {
      if (random() < probability) store.associate(from, id, to, other);
    }
  };
  for (const deal of deals) some(['deals', deal], ['companies', companies], 0.6);
  for (const contact of contacts) some(['contacts', contact], ['companies', companies], 0.7);
  for (const [nth, contact] of contacts.entries()) {
    some(['contacts', contact], ['deals', deals.slice(nth + 1, nth + 2)], 0.8);
  }
  return customers;
}

export async function prepareStorm(seed: number): Promise<Storm> {
  const world = await createStormWorld(seed);
  const domain = `storm${String(seed)}.example`;
  const domains = [domain, `other.${domain}`, `third.${domain}`];
  const customers = populate(world, domains);
  const product = world.stripe.world.createProduct({ name: 'Plan' }).id;
  const recurring = { interval: 'month' } as const;
  const price = { product, currency: 'usd', unitAmount: 4_900, recurring };
  const priceId = world.stripe.world.createPrice(price).id;
  return { ...world, seed, priceId, customers, domains, done: [] };
}

const AT_HUBSPOT: Readonly<Record<string, Act>> = {
  merge: (storm) => {
    const objectType = pick(storm, ['deal', 'deal', 'contact', 'company'] as const) ?? 'deal';
    const [primary, other] = recordsOf(storm, objectType).toSorted(() => storm.random() - 0.5);
    const isEnough = recordsOf(storm, objectType).length > 2;
    if (!isEnough || primary === undefined || other === undefined) return;
    storm.hubspot.store.mergeObjects(PLURALS[objectType], primary, other);
  },
  delete: (storm) => {
    const [other, ...others] = recordsOf(storm, 'deal').toSorted(() => storm.random() - 0.5);
    if (other === undefined || others.length < 2) return;
    storm.hubspot.store.records.archive('deals', other);
  },
  edit: (storm) => {
    edit(storm, 'deal', {
      stripe_customer_id: chance(storm, 0.3) ? '' : (pick(storm, storm.customers) ?? ''),
    });
  },
  price: (storm) => {
    edit(storm, 'deal', { amount: String(amountOf(storm) / 100), deal_currency_code: 'USD' });
  },
  linkCompany: (storm) => {
    const customer = pick(storm, storm.customers) ?? '';
    edit(storm, 'company', { stripe_customer_id: chance(storm, 0.5) ? '' : customer });
  },
  redomain: (storm) => {
    edit(storm, 'company', { domain: pick(storm, storm.domains) ?? '' });
  },
  redomainAndSync: async (storm) => {
    const company = pick(storm, recordsOf(storm, 'company'));
    edit(storm, 'company', { domain: pick(storm, storm.domains) ?? '' }, company);
    await syncAtOnce(storm, 'company', company);
  },
  readdress: (storm) => {
    readdress(storm, pick(storm, recordsOf(storm, 'contact')));
  },
  readdressAndSync: async (storm) => {
    const contact = pick(storm, recordsOf(storm, 'contact'));
    readdress(storm, contact);
    await syncAtOnce(storm, 'contact', contact);
  },
};

/** As a person does in HubSpot. */
function edit(
  storm: Storm,
  objectType: ObjectType,
  properties: Readonly<Record<string, string>>,
  recordId = pick(storm, recordsOf(storm, objectType)),
): void {
  if (recordId === undefined) return;
  storm.hubspot.store.updateObject(PLURALS[objectType], recordId, properties);
}

function readdress(storm: Storm, contact: string | undefined): void {
  const number = String(Math.floor(storm.random() * 3));
  const email = `moved${number}-${contact ?? ''}@elsewhere.example`;
  edit(storm, 'contact', { email }, contact);
}

/** Before a search knows the edit. */
async function syncAtOnce(
  storm: Storm,
  objectType: ObjectType,
  recordId: string | undefined,
): Promise<void> {
  if (recordId === undefined) return;
  await storm.sleep(1_000);
  await storm.run('sync-payments', viewing(storm, objectType, recordId), 0.1);
}

/** What HubSpot sends for the record being viewed, and what a card asks of it. */
export function viewing(
  { hubspot }: Storm,
  objectType: ObjectType,
  recordId: string,
  parameters: object = {},
): object {
  const createdate = hubspot.store.valueOf(PLURALS[objectType], recordId, 'createdate');
  const propertiesToSend = { hs_object_id: recordId, createdate };
  return { propertiesToSend, parameters: { objectType, ...parameters } };
}

/** By a person in a card; the function may be killed in the middle. */
async function byPerson(storm: Storm, uid: FunctionUid, parameters: object): Promise<void> {
  const objectType =
    uid === 'sync-payments'
      ? (pick(storm, ['deal', 'contact', 'company'] as const) ?? 'deal')
      : 'deal';
  const recordId = pick(storm, recordsOf(storm, objectType));
  if (recordId === undefined) return;
  const context = viewing(storm, objectType, recordId, parameters);
  const reply = await storm.run(uid, context, 0.3);
  if (reply === 'killed') return;
  const { ok, error } = reply as { ok: boolean; error?: { code: string } };
  // A request that the product's own rules refuse would test nothing; a merge meanwhile is a reason.
  const isThere = recordsOf(storm, objectType).includes(recordId);
  if (isThere && error?.code === 'bad-request')
    throw new Error(`${uid} ${JSON.stringify({ context, reply })}`);
  storm.weather.count(ok ? `${uid} done` : `${uid} refused`);
}

const someId = (storm: Storm): string => {
  const { charges, invoices, subscriptions } = storm.stripe.world.store;
  const rows = pick(storm, [charges, charges, charges, invoices, subscriptions]) ?? charges;
  return recent<{ readonly id: string }>(storm, rows.newestFirst());
};

const BY_PERSON: Readonly<Record<string, Act>> = {
  sync: (storm) => byPerson(storm, 'sync-payments', {}),
  assign: (storm) => assign(storm),
  move: (storm) => assign(storm, recordsOf(storm, 'deal')),
  unassign: (storm) => byPerson(storm, 'link-payments', { action: 'unassign', id: someId(storm) }),
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

const assign = (storm: Storm, moveFrom: readonly string[] = []): Promise<void> =>
  byPerson(storm, 'link-payments', { action: 'assign', ids: [someId(storm)], moveFrom });

/** What people do in cards is most of what can go wrong at once. */
const ACTS = [AT_STRIPE, AT_STRIPE, AT_STRIPE, AT_HUBSPOT, BY_PERSON, BY_PERSON];

/** Does something that can happen now. Only what a person does in a card takes time. */
export async function doSomething(storm: Storm): Promise<void> {
  for (;;) {
    const [name, act] = pick(storm, Object.entries(pick(storm, ACTS) ?? {})) ?? [];
    try {
      const acting = act?.(storm, storm.stripe.world);
      storm.done.push(name ?? '');
      await acting;
      return;
    } catch (error) {
      if (!(error instanceof WorldRefusal)) throw error;
    }
  }
}
