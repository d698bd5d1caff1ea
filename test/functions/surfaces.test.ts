import type { ObjectType, Presentation, RecordView } from '@stripe-payments/core';
import { textsIn } from '@stripe-payments/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amountTax } from '../../sandbox/stripe/formatters/amounts.ts';
import type { Store } from '../../sandbox/stripe/store/store.ts';
import { withPayoutsOf } from '../../src/app/cards/figures/bank.ts';
import { figuresOfView } from '../../src/app/cards/figures/figures.ts';
import type { Headline } from '../../src/app/cards/figures/headline.ts';
import { headlineOf } from '../../src/app/cards/figures/headline.ts';
import { figuresOfSaved, inLanguage } from '../../src/app/cards/figures/saved-figures.ts';
import type { SidebarState } from '../../src/app/cards/sidebar/sidebar-state.ts';
import { sidebarState } from '../../src/app/cards/sidebar/sidebar-state.ts';
import { DEMO_DEALS } from './demo-statement.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';
import { FUNCTION_CLOCK, loadMain } from './run-main.ts';
import { applied, expectNextBills, expectNoFalseAsk } from './said-next.ts';
import type { Statement } from './stripe-truth.ts';
import { readStatement } from './stripe-truth.ts';

type Stored = Readonly<Record<string, string | null>>;

const texts = textsIn('en');
const style = { locale: 'en-US', timeZone: 'Europe/Rome' };
const presentation: Presentation = { language: 'en', texts, ...style };
const viewing = { presentation, nowMs: NOW_MS };

let world: FunctionsWorld;
let statement: Statement;
const main = loadMain('sync-payments');

beforeAll(async () => {
  // The demo's moment, at which what is due and what is tried again is still to come.
  FUNCTION_CLOCK.nowMs = () => NOW_MS;
  world = await startFunctionsWorld();
  statement = await readStatement(world.stripe.url);
}, 60_000);

const { nowMs } = FUNCTION_CLOCK;

afterAll(() => {
  FUNCTION_CLOCK.nowMs = nowMs;
  return world.close();
});

/** Every surface of a record after a sync; null where the sync refused to save anything. */
interface Surfaces {
  readonly view: RecordView;
  readonly stored: Stored;
  readonly live: Headline;
  readonly saved: Headline;
  readonly sidebar: SidebarState;
}

async function surfacesOf(objectType: ObjectType, id: string): Promise<Surfaces | null> {
  const reply = await world.syncPayments(id, { main, objectType });
  if (!reply.ok || reply.view.continuation !== null) return null;
  const { view } = reply;
  const stored = world.storedOf(id, objectType);
  const figures = figuresOfSaved(stored);
  if (figures === undefined) throw new Error('A sync saves figures.');
  const deal = objectType === 'deal' ? view.dealAmount : 'no-deal';
  const record = {
    isLoading: false,
    isSetUp: true,
    figures,
    syncedAtMs: NOW_MS,
    modifiedAtMs: NOW_MS,
    reviewCount: Number(stored['stripe_review_count']),
    syncError: '',
    customerIds: stored['stripe_customer_id'] ?? '',
    paymentIds: stored['stripe_payment_ids'] ?? '',
    excludedIds: stored['stripe_excluded_payment_ids'] ?? '',
    movedPayments: stored['stripe_moved_payments'] ?? '',
  };
  return {
    view,
    stored,
    live: headlineOf(withPayoutsOf(figuresOfView(view, presentation), figures), deal, viewing),
    saved: headlineOf(inLanguage(figures, presentation), deal, viewing),
    sidebar: sidebarState(record, true, viewing),
  };
}

const minorOf = (decimal: string | null | undefined): number =>
  Number((decimal ?? '').replace('.', ''));

const taxOfCheckout = (store: Store, paymentIntent: string): number =>
  store.checkoutSessions
    .newestFirst()
    .filter((session) => session.paymentIntent === paymentIntent)
    .reduce((sum, session) => sum + amountTax(session), 0);

/** What a deal's payments in its currency come to, by the stand-in's own tables. */
function coverageInBooks(store: Store, { view }: Surfaces, stored: Stored): string | null {
  const amount = minorOf(stored['amount']);
  const currency = (stored['deal_currency_code'] ?? '').toLowerCase();
  let [kept, elsewhere, tax] = [0, 0, 0];
  for (const { id } of view.payments) {
    const charge = store.charges.get(id);
    if (charge === undefined || charge.status !== 'succeeded' || !charge.isCaptured) continue;
    // What an older version gives up of an authorization is a refund object too.
    const givenUp = charge.amount - charge.amountCaptured;
    const refunded = store.refunds
      .newestFirst()
      .filter((each) => each.charge === id && each.status !== 'failed' && each.amount !== givenUp)
      .reduce((sum, each) => sum + each.amount, 0);
    const away = store.disputes
      .newestFirst()
      .filter((each) => each.charge === id && !/^(?:won|prevented|warning_)/.test(each.status))
      .reduce((sum, each) => sum + each.amount, 0);
    const stays = Math.max(0, charge.amountCaptured - refunded - away);
    if (stays === charge.amountCaptured) tax += taxOfCheckout(store, charge.paymentIntent);
    if (charge.currency === currency) kept += stays;
    else elsewhere += stays;
  }
  if (kept === 0) return amount > 0 && elsewhere === 0 ? 'unpaid' : null;
  if (kept < amount) return 'partly_paid';
  return kept - tax <= amount ? 'paid' : 'overpaid';
}

const isNet = (label: string): boolean => label.startsWith(texts.card.common.net);

const netIn = ({ statistics }: Headline): string | undefined =>
  statistics.find(({ label }) => isNet(label))?.value;

/** The sentence on what the customer still has to pay. */
const outstandingIn = (sentences: readonly string[]): string | undefined =>
  sentences.find((sentence) => sentence.includes('outstanding'));

/** What is missing by the property, without what was refunded or disputed in the deal's currency. */
function expectOutstanding({ stored, live, saved, sidebar }: Surfaces): void {
  const said = outstandingIn(live.difference);
  const savedSaid = outstandingIn(saved.difference);
  if (savedSaid !== undefined) expect(savedSaid).toBe(said);
  if (sidebar.kind === 'saved') {
    const onSidebar = /^.*? of the deal amount is outstanding\./.exec(
      sidebar.difference ?? '',
    )?.[0];
    if (onSidebar !== undefined) expect(onSidebar).toBe(said);
    if (savedSaid !== undefined) expect(onSidebar).toBe(savedSaid);
  }
  const { stripe_amount_outstanding: outstanding, stripe_currency: currency } = stored;
  if (said === undefined || currency !== stored['deal_currency_code']) return;
  const away =
    minorOf(stored['stripe_amount_refunded']) + minorOf(stored['stripe_amount_disputed']);
  expect(/[\d,.]+\d/.exec(said)?.[0].replaceAll(/[.,]/g, '')).toBe(
    String(minorOf(outstanding) - away),
  );
}

function expectAgreement({ view, stored, live, saved, sidebar }: Surfaces): void {
  const paid = texts.options.paymentStatus[view.summary.status as 'paid'];
  const { needsReviewCount } = view.summary;
  const isToReview = view.summary.status === 'none' && needsReviewCount > 0;
  const isOpen = view.summary.status === 'none' && Number(stored['stripe_amount_due']) > 0;
  const isFree = view.summary.status === 'none' && view.freeCheckouts.length > 0;
  const empty = isFree ? texts.card.header.freeCheckout : paid;
  const without = isOpen ? texts.card.header.invoiceOpen : empty;
  const label = isToReview ? texts.options.match.ambiguous : without;
  expect(stored['stripe_payment_status']).toBe(view.summary.status);
  expect([live.status.label, saved.status.label]).toEqual([label, label]);
  if (saved.progress !== null) expect(saved.progress).toEqual(live.progress);
  // What to do and what happens when, whether it is read from Stripe or saved.
  expect(saved.next).toEqual(live.next);
  expect(saved.statistics).toEqual(live.statistics);
  expect(saved.openStatistics).toEqual(live.openStatistics);
  // What is saved does not tell an open dispute from one lost beside it.
  const said = (sentence: string): string =>
    sentence.replace('is in dispute until the bank decides', 'is disputed');
  expect(saved.difference).toEqual(live.difference.map(said));
  const settled = [...statement.sumsOf(view.payments.map(({ id }) => id)).values()];
  const net = settled.reduce((sum, each) => sum + each.net, 0n);
  if (view.summary.ledger.feeStatus === 'final' && stored['stripe_net_amount'] !== null) {
    expect(BigInt(minorOf(stored['stripe_net_amount']))).toBe(net);
    expect(netIn(saved)).toBe(netIn(live));
  }
  expectOutstanding({ view, stored, live, saved, sidebar });
  if (sidebar.kind !== 'saved') return;
  expect(sidebar.headline.status.label).toBe(label);
  expect(sidebar.headline.progress).toEqual(saved.progress);
  const shown = sidebar.rows.find((row) => isNet(row.label))?.value;
  // Of two currencies the card has a table below its figures.
  if (netIn(saved) !== undefined) expect(shown).toBe(netIn(saved));
  expect(sidebar.steps.map(({ kind, title }) => [kind, title])).toEqual(
    saved.next.map(({ kind, title }) => [kind, title]),
  );
  const lines = sidebar.steps.flatMap((step) => [step.title, ...step.lines]).join(' ');
  if (net <= 0n) expect(lines).not.toMatch(/reach(es|ed) your/);
}

/** What a deal's properties say, in the form of the demo's statement. */
const statementOf = (stored: Stored): string =>
  ['payment_status', 'coverage', 'amount_outstanding', 'net_amount']
    .map((name) => stored[`stripe_${name}`] ?? '-')
    .join(' ');

describe('card, sidebar and properties say the same', () => {
  test('of every deal, and its coverage is that of the books', async () => {
    const { store } = world.world.stripe.world;
    const values = new Set<string | null>();
    const statements = new Map<string, string>();
    for (const { id } of world.world.hubspot.store.listObjects('deals')) {
      const surfaces = await surfacesOf('deal', id);
      if (surfaces === null) continue;
      expectAgreement(surfaces);
      expectNextBills(store, surfaces);
      expectNoFalseAsk(surfaces);
      const { view, stored } = surfaces;
      values.add(stored['stripe_coverage'] ?? null);
      statements.set(id, statementOf(stored));
      const isOutside = view.invoices.some(({ paidOutside }) => paidOutside.minor > 0);
      const isPlain = !isOutside && typeof view.dealAmount === 'object' && view.dealAmount !== null;
      const own = view.payments.every(({ customerPaid }) => customerPaid === null);
      if (isPlain && own) {
        const inBooks = coverageInBooks(store, surfaces, stored);
        expect({ id, coverage: stored['stripe_coverage'] }).toEqual({ id, coverage: inBooks });
      }
    }
    const stated = Object.entries(DEMO_DEALS);
    expect([...statements.keys()].sort()).toEqual(stated.map(([id]) => id));
    for (const [id, statement] of stated) {
      expect(`${id}: ${statements.get(id) ?? ''}`).toContain(`${id}: ${statement}`);
    }
    expect([...values].sort()).toEqual([null, 'paid', 'partly_paid', 'unpaid'].sort());
  }, 120_000);

  test.each(['contact', 'company'] as const)(
    'of every %s that is read at once',
    async (objectType) => {
      const stores = { contact: 'contacts', company: 'companies' } as const;
      let count = 0;
      for (const { id } of world.world.hubspot.store.listObjects(stores[objectType]).slice(0, 60)) {
        const surfaces = await surfacesOf(objectType, id);
        if (surfaces === null) continue;
        count += 1;
        expectAgreement(surfaces);
        expectNextBills(world.world.stripe.world.store, surfaces);
        expectNoFalseAsk(surfaces);
        expect(surfaces.live.progress).toBeNull();
      }
      expect(count).toBeGreaterThan(10);
      expect([...applied].sort()).toEqual(['first bill', 'retried']);
    },
    120_000,
  );
});
