import { expect } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import type { ChargeRow } from '../../sandbox/stripe/entities/payments.ts';
import type { Store } from '../../sandbox/stripe/store/store.ts';
import { booksOf, chargesPaidBy } from './books.ts';
import type { CardOn } from './card-page.ts';
import { cardPageOf, COMPANY_CARD, CONTACT_CARD, DEAL_CARD } from './card-page.ts';
import { test } from './harness.ts';
import { choose } from './reader.ts';

interface MatchedStory {
  readonly what: string;
  readonly place: CardOn;
  readonly id: string;
  /** The payments that count, chosen in the stand-in's own tables. */
  readonly counted: (store: Store) => readonly ChargeRow[];
  readonly says: readonly (string | RegExp)[];
  readonly match: string;
}

const paidBy =
  (...emails: readonly string[]) =>
  (store: Store): readonly ChargeRow[] =>
    chargesPaidBy(store, ...emails);

const NO_CHARGES = (): readonly ChargeRow[] => [];

/** Payments of a subscription, newest first. */
const PELL = paidBy('jonah@pell-analytics.example');

const DEALS: readonly MatchedStory[] = [
  {
    what: 'with candidates only',
    place: DEAL_CARD,
    id: STORY_IDS.threeDeals.deals[1],
    counted: NO_CHARGES,
    says: ['Needs review (2)', 'Matched by email: Maya Okonkwo'],
    match: 'Needs review',
  },
  {
    what: 'whose customer another deal links too',
    place: DEAL_CARD,
    id: STORY_IDS.linkedTwice.deals[0],
    counted: NO_CHARGES,
    says: ['Needs review (1)', 'Matches 2 records equally', 'Corbett Hotels lobby, Cork'],
    match: 'Needs review',
  },
  {
    what: 'with a whole subscription but one payment',
    place: DEAL_CARD,
    id: STORY_IDS.splitSubscription.deals[1],
    counted: (store) => PELL(store).filter((_, index) => index !== 1),
    says: ['Assigned manually', 'Subscriptions (1)'],
    match: 'Assigned manually',
  },
];

const CONTACTS: readonly MatchedStory[] = [
  {
    what: 'with an additional address',
    place: CONTACT_CARD,
    id: STORY_IDS.additionalAddresses.contact,
    counted: paidBy('ravi@menon-optics.example', 'r.menon@post.example'),
    says: ['Customers (2)', 'Matched by email'],
    match: 'Email',
  },
  {
    what: 'who paid as a guest',
    place: CONTACT_CARD,
    id: STORY_IDS.guestCheckout.contact,
    counted: (store) => store.charges.newestFirst().filter(({ amount }) => amount === 7_850),
    says: ['Matched by email'],
    match: 'Email',
  },
];

const COMPANIES: readonly MatchedStory[] = [
  {
    what: 'found by its domain',
    place: COMPANY_CARD,
    id: STORY_IDS.companyByDomain.company,
    counted: paidBy('accounts@fjordline.example', 'bergen@fjordline.example'),
    says: ['Matched by email domain'],
    match: 'Email domain',
  },
  {
    what: 'with a free-mail domain',
    place: COMPANY_CARD,
    id: STORY_IDS.freeMailDomain.company,
    counted: NO_CHARGES,
    says: ['No Stripe customer linked'],
    match: 'No match',
  },
];

test.for([...DEALS, ...CONTACTS, ...COMPANIES])(
  'a $place.objectType record $what counts its payments as Stripe reports them',
  async ({ place, id, counted, says, match }, { page, recordPage, store }) => {
    const record = cardPageOf(page, recordPage.url, place);
    const books = booksOf(store, counted(store));
    await record.open(id);
    for (const text of says) await record.sees(text);
    if (books.count > 0) {
      const figures = await record.part('figures').innerText();
      for (const amount of [...books.paid, ...books.net]) {
        expect(figures.replaceAll('\u00a0', ' ')).toContain(amount);
      }
    }
    await record.sync();
    await record.expectProperties({ payment_count: String(books.count), match });
    const [net] = books.net;
    const [fees] = books.fees;
    const orNothing = (amount: string | undefined): string => amount ?? '--';
    await record.expectProperties({ net_amount: orNothing(net), fee_amount: orNothing(fees) });
  },
);

test('a deal that the user may not see is named by its id, everywhere on the card', async ({
  page,
  recordPage,
  deal,
}) => {
  const [id, other] = STORY_IDS.linkedTwice.deals;
  await deal.open(id);
  await deal.sees('Corbett Hotels lobby, Cork');
  const { store } = recordPage.world.hubspot;
  store.updateObject('deals', other, { hubspot_owner_id: '2' });
  store.records.letSearchKnow();
  await choose(page, { sees: 'own' });
  await deal.sees(`deal ${other}`);
  expect(await page.locator('body').innerText()).not.toContain('Corbett Hotels lobby, Cork');
});
