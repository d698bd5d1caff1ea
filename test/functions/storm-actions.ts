import { randomFrom } from '../builders/random-from.ts';
import type { FunctionsWorld } from './harness.ts';
import type { FunctionUid, Main } from './run-main.ts';
import { loadMain, VIRTUAL_TIME } from './run-main.ts';

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

/** A small account, and what happens in it. */
export interface Storm {
  readonly world: FunctionsWorld;
  readonly random: () => number;
  readonly tally: Record<string, number>;
  readonly deals: string[];
  readonly contacts: readonly string[];
  readonly companies: readonly string[];
  readonly domains: readonly string[];
  readonly customers: readonly string[];
  readonly charges: string[];
  readonly disputes: string[];
}

export const pick = <T>({ random }: Pick<Storm, 'random'>, items: readonly T[]): T | undefined =>
  items[Math.floor(random() * items.length)];

export const advance = ({ world }: Storm, durationMs: number): Promise<unknown> =>
  world.stripe.send('POST', '/clock/advance', { durationMs });

export function prepare(world: FunctionsWorld, seed: number): Storm {
  const random = randomFrom(seed);
  const { store } = world.world.hubspot;
  const stripe = world.world.stripe.world;
  const names = ['ada', 'ben', 'cyd'].map((name) => `${name}${String(seed)}`);
  const emailOf = (name: string): string => `${name}@storm${String(seed)}.example`;
  const contacts = names.map(
    (name) => store.createObject('contacts', { firstname: name, email: emailOf(name) }).id,
  );
  const domain = `storm${String(seed)}.example`;
  const companies = [domain, `other.${domain}`].map(
    (name) => store.createObject('companies', { name, domain: name }).id,
  );
  const customers = names.map((name) => stripe.createCustomer({ name, email: emailOf(name) }).id);
  const deals = [0, 1, 2, 3].map((nth) => {
    const linked = nth === 0 ? { stripe_customer_id: customers[0] ?? '' } : {};
    const deal = store.createObject('deals', { dealname: `Deal ${String(nth)}`, ...linked }).id;
    for (const company of companies) {
      if (random() < 0.6) store.associate('deals', deal, 'companies', company);
    }
    return deal;
  });
  for (const [nth, contact] of contacts.entries()) {
    // The first one is the primary one.
    const own = random() < 0.7 ? companies : [...companies].reverse();
    for (const company of own.slice(0, random() < 0.5 ? 1 : 2)) {
      store.associate('contacts', contact, 'companies', company);
    }
    const deal = deals[nth + 1];
    if (deal !== undefined && random() < 0.8) store.associate('deals', deal, 'contacts', contact);
  }
  return {
    world,
    random,
    tally: {},
    deals,
    contacts,
    companies,
    domains: [domain, `other.${domain}`, `third.${domain}`],
    customers,
    charges: [],
    disputes: [],
  };
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
    const { charge } = storm.world.world.stripe.world.payByCard({ ...payment, customer });
    storm.charges.push(charge.id);
  },
  refund: (storm) => {
    const charge = pick(storm, storm.charges);
    if (charge !== undefined) storm.world.world.stripe.world.refund(charge, { amount: 100 });
  },
  dispute: (storm) => {
    const charge = storm.charges.pop();
    if (charge !== undefined)
      storm.disputes.push(storm.world.world.stripe.world.openDispute(charge).id);
  },
  decide: (storm) => {
    const dispute = storm.disputes.pop();
    if (dispute === undefined) return;
    if (storm.random() < 0.5) storm.world.world.stripe.world.winDispute(dispute);
    else storm.world.world.stripe.world.loseDispute(dispute);
  },
  decline: (storm) => {
    const customer = pick(storm, storm.customers);
    if (customer === undefined) return;
    const declined = { amount: 900, currency: 'usd', customer, decline: 'insufficient_funds' };
    storm.world.world.stripe.world.payDeclined(declined);
  },
  moveEmail: (storm) => {
    const [first, , third] = storm.customers;
    const id = storm.random() < 0.5 ? first : third;
    const email = `moved${String(Math.floor(storm.random() * 3))}@elsewhere.example`;
    if (id !== undefined) storm.world.world.stripe.world.changeCustomer(id, { email });
  },
};

const AT_HUBSPOT: Readonly<Record<string, Act>> = {
  merge: (storm) => {
    const { deals, random } = storm;
    if (deals.length < 3 || random() < 0.5) return;
    const [primary, other] = deals.splice(0, 2);
    if (primary === undefined || other === undefined) return;
    deals.push(storm.world.world.hubspot.store.mergeObjects('deals', primary, other).id);
  },
  edit: (storm) => {
    const deal = pick(storm, storm.deals);
    const customer = pick(storm, storm.customers);
    if (deal === undefined || customer === undefined) return;
    storm.world.edit(deal, { stripe_customer_id: storm.random() < 0.3 ? '' : customer });
  },
  linkCompany: (storm) => {
    const company = pick(storm, storm.companies);
    const customer = pick(storm, storm.customers);
    if (company === undefined || customer === undefined) return;
    const linked = { stripe_customer_id: storm.random() < 0.5 ? '' : customer };
    storm.world.edit(company, linked, 'company');
  },
  redomain: (storm) => {
    const company = pick(storm, storm.companies);
    const domain = pick(storm, storm.domains);
    if (company === undefined || domain === undefined) return;
    storm.world.edit(company, { domain }, 'company');
  },
  readdress: (storm) => {
    const contact = pick(storm, storm.contacts);
    const email = `moved${String(Math.floor(storm.random() * 3))}-${contact ?? ''}@elsewhere.example`;
    if (contact !== undefined) storm.world.edit(contact, { email }, 'contact');
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
    advance(storm, 1_000).catch(() => undefined);
  }, 5);
  try {
    const call =
      uid === 'link-payments'
        ? storm.world.linkPayments(deal, { main, parameters })
        : storm.world.syncPayments(deal, { main, parameters });
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
      ids: [id],
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
export const WEIGHTED = [...ACTS, ...ACTS.filter(([name]) => name === 'pay' || name === 'assign')];
