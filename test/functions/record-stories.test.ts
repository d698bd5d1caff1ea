import type { ObjectType } from '@stripe-payments/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import type { ChargeRow } from '../../sandbox/stripe/entities/payments.ts';
import type { Store } from '../../sandbox/stripe/store/store.ts';
import { chargesPaidBy } from '../browser/books.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { loadMain } from './run-main.ts';
import type { Statement } from './stripe-truth.ts';
import { readStatement } from './stripe-truth.ts';

type Counted = (store: Store) => readonly ChargeRow[];

const paidBy =
  (...emails: readonly string[]): Counted =>
  (store) =>
    chargesPaidBy(store, ...emails);

const described =
  (email: string, description: string): Counted =>
  (store) =>
    chargesPaidBy(store, email).filter((charge) => charge.description === description);

const noCharges: Counted = () => [];

/** Payments of a subscription, newest first. */
const pell = paidBy('jonah@pell-analytics.example');

const { claimedPayments, splitSubscription, plusAddress } = STORY_IDS;

/** The payments that count are chosen in the stand-in's own tables. */
const MATCHED: readonly (readonly [
  what: string,
  objectType: ObjectType,
  id: string,
  counted: Counted,
  match: string,
  view: Readonly<Partial<Record<'customers' | 'needsReview' | 'subscriptions', number>>>,
])[] = [
  [
    'whose contact has this deal only',
    'deal',
    STORY_IDS.oneDeal.deal,
    paidBy('tomas@herrera-bikes.example'),
    'email',
    {},
  ],
  [
    'with candidates only',
    'deal',
    STORY_IDS.threeDeals.deals[1],
    noCharges,
    'ambiguous',
    { needsReview: 2 },
  ],
  [
    'to which one payment was assigned',
    'deal',
    claimedPayments.deals[1],
    described('ilse@vermeer-atelier.example', 'Kitchen glazing'),
    'assigned',
    { needsReview: 1 },
  ],
  [
    'that one payment names',
    'deal',
    claimedPayments.deals[2],
    described('ilse@vermeer-atelier.example', 'Porch glazing'),
    'metadata',
    { needsReview: 1 },
  ],
  [
    'whose customer another deal links too',
    'deal',
    STORY_IDS.linkedTwice.deals[0],
    noCharges,
    'ambiguous',
    { needsReview: 1 },
  ],
  [
    "with one payment of another deal's subscription",
    'deal',
    splitSubscription.deals[0],
    (store) => pell(store).slice(1, 2),
    'assigned',
    {},
  ],
  [
    'with a whole subscription but one payment',
    'deal',
    splitSubscription.deals[1],
    (store) => pell(store).filter((_, index) => index !== 1),
    'assigned',
    { subscriptions: 1 },
  ],
  [
    'with two customers of one address',
    'contact',
    STORY_IDS.twoCases.contact,
    paidBy('elena.rossi@rossi-tessuti.example'),
    'email',
    { customers: 2 },
  ],
  [
    'with an additional address',
    'contact',
    STORY_IDS.additionalAddresses.contact,
    paidBy('ravi@menon-optics.example', 'r.menon@post.example'),
    'email',
    { customers: 2 },
  ],
  [
    'whose email a customer has with a plus',
    'contact',
    plusAddress.contact,
    paidBy('sam@harlow.example'),
    'email',
    { customers: 1 },
  ],
  [
    'with a plus in the address',
    'contact',
    plusAddress.otherContact,
    paidBy('sam+studio@harlow.example'),
    'email',
    { customers: 1 },
  ],
  [
    'who paid as a guest',
    'contact',
    STORY_IDS.guestCheckout.contact,
    (store) => store.charges.newestFirst().filter(({ amount }) => amount === 7_850),
    'email',
    {},
  ],
  [
    'whose contacts share a customer',
    'company',
    STORY_IDS.sharedCustomer.company,
    paidBy('billing@northwind.example'),
    'linked',
    { customers: 1 },
  ],
  [
    'found by its domain',
    'company',
    STORY_IDS.companyByDomain.company,
    paidBy('accounts@fjordline.example', 'bergen@fjordline.example'),
    'domain',
    {},
  ],
  [
    'with a free-mail domain',
    'company',
    STORY_IDS.freeMailDomain.company,
    noCharges,
    'none',
    { customers: 0 },
  ],
];

let world: FunctionsWorld;
let statement: Statement;
const main = loadMain('sync-payments');

beforeAll(async () => {
  world = await startFunctionsWorld();
  statement = await readStatement(world.stripe.url);
});

afterAll(() => world.close());

const minor = (decimal: string | null | undefined): bigint =>
  BigInt((decimal ?? '0').replace('.', ''));

test.each(MATCHED)(
  "a record %s counts its payments as Stripe's statement has them",
  async (_what, objectType, id, counted, match, expected) => {
    const charges = counted(world.world.stripe.world.store);
    const { view } = succeeded(await world.syncPayments(id, { main, objectType }));
    const { customers, needsReview, subscriptions } = view;
    expect({
      customers: customers.length,
      needsReview: needsReview.length,
      subscriptions: subscriptions.length,
    }).toMatchObject(expected);
    const stored = world.storedOf(id, objectType);
    expect(stored).toMatchObject({
      stripe_match: match,
      stripe_payment_count: String(charges.length),
      stripe_review_count: String(needsReview.length),
    });
    const sums = statement.sumsOf(charges.map((charge) => charge.id)).get('usd');
    expect(minor(stored['stripe_net_amount'])).toBe(sums?.net ?? 0n);
    expect(minor(stored['stripe_fee_amount'])).toBe(sums?.fee ?? 0n);
  },
);
