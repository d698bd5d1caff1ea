import { openCard } from './card-page.tsx';
import { Button, Link, SearchInput } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { plainText } from '@stripe-payments/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE_IDS, ONLY_ZERO_WIDTH } from '../../sandbox/seed/hostile-stories.ts';
import { failure, readReply, syncReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { EVERY_TEXT, startHostileWorld } from '../functions/hostile-world.ts';
import { succeeded } from '../functions/replies.ts';
import type { CardOptions, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { fire } from './fire.ts';
import { panelTexts } from './link-panel.ts';
import { textsIn } from './texts-in.ts';

const CARDS = ['deal', 'contact', 'company'] as const;

let deal: RecordView;
let shared: RecordView;
let company: RecordView;
let found: unknown;

beforeAll(async () => {
  const world = await startHostileWorld();
  deal = succeeded(await world.getPayments(HOSTILE_IDS.deal)).view;
  shared = succeeded(await world.getPayments(HOSTILE_IDS.sharedDeals[0])).view;
  const asCompany = { objectType: 'company' } as const;
  company = succeeded(await world.getPayments(HOSTILE_IDS.company, asCompany)).view;
  const parameters = { action: 'search', query: 'payer-' };
  found = await world.linkPayments(HOSTILE_IDS.deal, { parameters });
  await world.close();
});

// Blanks come and go between a text and what is printed, and no test wants to write the others.
const readable = (text: string): string =>
  plainText(text)
    .replaceAll(/[\u200b\u2060\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What the card must show of a text: the visible part of a long one. */
const beginningOf = (text: string): string => readable(text).slice(0, 60);

/** What belongs to the customer of one hostile text, so that all of it is on the first page. */
function viewOfText(text: string): RecordView {
  const customerId = deal.payments.find(({ description }) => description === text)?.customer?.id;
  const isOwn = (row: { readonly customer: { readonly id: string } | null }): boolean =>
    row.customer?.id === customerId;
  return {
    ...deal,
    customers: deal.customers.filter(({ id }) => id === customerId),
    payments: deal.payments.filter(isOwn),
    invoices: deal.invoices.filter(isOwn),
    subscriptions: deal.subscriptions.filter(isOwn),
  };
}

async function opened(
  name: (typeof CARDS)[number],
  view: RecordView,
  more: Pick<CardOptions, 'links' | 'names'> = {},
): Promise<CardPage> {
  const card = openCard(name, { reads: [readReply({ ...view, objectType: name })], ...more });
  await card.shows('Live from Stripe');
  return card;
}

/** A letter, a digit, a sign: something to see, and to click on. */
const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

const REORDERING = /[\u202a-\u202e\u2066\u2067\u206a-\u206f]/u;

/** True where each isolate is closed in the text that opened it, and nothing else reorders it. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '\u2068') open += 1;
    if (character === '\u2069') open -= 1;
    if (open < 0) return false;
  }
  return open === 0 && !REORDERING.test(text);
}

/** Three lines, and the words around them. */
const MAX_AT_ONCE = 330;

/** A message, its facts, the next step, and the reference. */
const MAX_OF_ERROR = 600;

function expectHarmless(texts: readonly string[], most = MAX_AT_ONCE): void {
  expect(texts.filter((text) => !isBalanced(text))).toEqual([]);
  expect(texts.filter((text) => /(?![\t\n])\p{Cc}/u.test(text))).toEqual([]);
  expect(texts.filter((text) => Array.from(text).length > most)).toEqual([]);
}

function expectHarmlessLinks(card: CardPage): void {
  for (const { props } of card.findAll(Link)) {
    const url = typeof props.href === 'string' ? props.href : props.href.url;
    expect(url).toMatch(
      /^https:\/\/(?:[a-z]+\.stripe\.com|app\.hubspot\.com)\/[\w/.,-]+(?:\?s=ap)?$/,
    );
  }
}

describe.each(CARDS)('a %s card', (name) => {
  test.each(EVERY_TEXT)('prints the text %s as text in every field', async (_, text) => {
    const view = viewOfText(text);
    expect(view.payments.length).toBeGreaterThanOrEqual(2);
    const card = await opened(name, view);
    const texts = card.texts();
    expectHarmless(texts);
    expectHarmlessLinks(card);
    const shown = texts.map(readable).filter((each) => each.includes(beginningOf(text)));
    // A description twice, an invoice's number and lines, a product, the payments of both.
    if (isVisible(text)) expect(shown.length).toBeGreaterThanOrEqual(5);
    for (const link of card.findAll(Link)) expect(isVisible(textsIn(link).join(''))).toBe(true);
  });
});

test.each(CARDS)('a %s card with all hostile texts at once, page by page', async (name) => {
  const card = await opened(name, deal);
  expectHarmless(card.texts());
  expectHarmlessLinks(card);
});

test("other deals' names, a contact's and a guest's are printed as text", async () => {
  const names = { 8190: 'javascript:alert(document.domain)', 9292: '<img src=x>\u202e' };
  const card = await opened('deal', shared, { names });
  const text = readable(card.text());
  expectHarmless(card.texts());
  expectHarmlessLinks(card);
  expect(text).toContain('WWWWWW…');
  expect(text).toContain('<img/src=x/onerror=alert(1)>@evil.example');
  expect(text).toContain('Matched by email: javascript:alert(document.domain)');
  expect(text).toContain('Also possible for: <img src=x> Assign');
  const guests = await opened('company', company);
  expectHarmless(guests.texts());
});

test('a customer with an invisible name is shown by id', async () => {
  const customers = deal.customers.map((row) => ({ ...row, name: ONLY_ZERO_WIDTH, email: ' ' }));
  const card = await opened('contact', { ...deal, customers });
  expect(card.text()).toContain(`No name (${customers[0]?.id ?? ''})`);
});

test('a long text expands on demand and collapses again', async () => {
  const text = EVERY_TEXT.find(([name]) => name === 'unbroken')?.[1] ?? '';
  const card = await opened('deal', viewOfText(text));
  const lengths = (): readonly number[] => card.texts().map((each) => each.length);
  expect(Math.max(...lengths())).toBeLessThanOrEqual(MAX_AT_ONCE);
  const more = card.findAll(Button).filter((button) => textsIn(button).includes('Show all'));
  expect(more.length).toBeGreaterThanOrEqual(3);
  for (const button of more) button.trigger('onClick');
  expect(card.texts().map(readable)).toContain(text);
  const less = card.findAll(Button).filter((button) => textsIn(button).includes('Show less'));
  expect(less).toHaveLength(more.length);
  for (const button of less) button.trigger('onClick');
  expect(Math.max(...lengths())).toBeLessThanOrEqual(MAX_AT_ONCE);
});

test('a search lists hostile customers as visible text', async () => {
  const card = await opened('deal', { ...shared, linkedCustomerIds: [] }, { links: [found] });
  fire(card.findByTestId(SearchInput, 'customer-search'), 'onChange', 'payer-');
  await effects();
  const texts = panelTexts(card);
  expect(texts.filter((text) => text.includes('@evil.example')).length).toBeGreaterThan(10);
  expectHarmless(texts);
  expect(texts.filter((text) => text !== '' && !isVisible(text))).toEqual([]);
});

test.each(EVERY_TEXT)('a sidebar prints %s as text', async (_, text) => {
  const saved = savedProperties(deal);
  for (const property of [
    'stripe_sync_error',
    'stripe_failure_reason',
    'stripe_amounts_by_currency',
  ]) {
    const card = openCard('sidebar', { saved: { ...saved, [property]: text.repeat(3) } });
    await effects();
    expectHarmless(card.texts());
    expectHarmlessLinks(card);
  }
});

test.each(EVERY_TEXT)('an error with the text %s prints it as text', async (_, detail) => {
  const error = failure('stripe-refused', { detail: detail.repeat(9), requestId: detail });
  for (const saved of [{}, savedProperties(deal)]) {
    const card = openCard('deal', { saved, reads: [error] });
    await effects();
    expectHarmless(card.texts(), MAX_OF_ERROR);
    expectHarmlessLinks(card);
    expect(readable(card.text())).toContain(beginningOf(detail));
  }
});

test.each(EVERY_TEXT)('a sync that replaces %s shows both values as text', async (_, text) => {
  const changes = [
    { name: 'stripe_failure_reason', from: text, to: '' },
    { name: 'stripe_sync_error', from: '', to: text },
  ] as const;
  const card = openCard('deal', { syncs: [syncReply(deal, changes)] });
  card.clickSync();
  await card.shows('2 properties updated');
  expectHarmless(card.texts(), 2_000);
  // A change is shown in one line.
  expect(readable(card.text())).toContain(beginningOf(text.replaceAll('\n', '; ')));
});

test.each(EVERY_TEXT)('ids with the text %s are listed as text', async (_, text) => {
  const saved = { ...savedProperties(deal), stripe_customer_id: text, stripe_payment_ids: text };
  const card = openCard('deal', { saved });
  await effects();
  expectHarmless(panelTexts(card));
});
