import { Alert, Button, Input, Text } from '@hubspot/ui-extensions';
import type { ItemChangePreview, ListedSubscription } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { recordView } from '../../builders/record-view.ts';
import { failure, syncReply } from '../../builders/replies.ts';
import { ok, openActions, overview } from './actions-page.tsx';

const usd = (minor: number) => money(minor, 'usd');

const acted = {
  id: 'sub_1',
  status: 'active',
  price: usd(5_000),
  interval: 'month',
  intervalCount: 1,
  periodEnd: 1_797_000_000,
  endsAt: null,
  isCollectionPaused: false,
  customer: { id: 'cus_1', name: 'Ada Lovelace', email: 'ada@x.example' },
};

const seat = { id: 'si_1', name: 'Seat', quantity: 2, unit: usd(2_500) };
const calls = { id: 'si_2', name: 'Calls', quantity: null, unit: null };
const tiers = { id: 'si_3', name: null, quantity: 4, unit: null };

const subscription = (overrides: Partial<ListedSubscription> = {}): ListedSubscription => ({
  ...acted,
  names: ['Seat'],
  items: [seat],
  next: null,
  ...overrides,
});

const line = (label: string, minor: number) => ({
  ...{ label, amount: usd(minor), isProration: true },
});

const nothing = { discount: usd(0), tax: usd(0) };
const NEXT = {
  lines: [
    line('Unused time on 2 × Seat', -2_500),
    line('Remaining time on 5 × Seat', 6_250),
    line('5 × Seat', 12_500),
  ],
  ...nothing,
  ...{ total: usd(16_250), due: usd(16_250) },
};

const preview = (overrides: Partial<ItemChangePreview> = {}): ItemChangePreview => ({
  kind: 'change-item',
  subscription: acted,
  before: { quantity: 2, unit: usd(2_500) },
  after: { quantity: 5, unit: usd(2_500) },
  billing: 'next-invoice',
  isCharged: true,
  now: null,
  next: NEXT,
  nextOn: 1_797_000_000,
  ...overrides,
});

const PANEL = 'panel-change-item-sub_1';
const TEXT = 'CHANGE 125.00 USD 7F3K9Q';

async function opened(
  changes: readonly unknown[] = [],
  subscriptions: readonly ListedSubscription[] = [subscription()],
) {
  const card = openActions({
    requests: [ok(overview({ subscriptions, kinds: ['subscriptions'] }))],
    changes,
    syncs: [syncReply(recordView([]))],
  });
  await card.shows(`Subscriptions (${String(subscriptions.length)})`);
  return card;
}

const prepared = (shown: ItemChangePreview) =>
  ok({
    ...{ step: 'prepared', digest: 'd', preview: shown },
    confirmation: { text: TEXT, validUntilMs: 1_795_369_800_000 },
  });

async function reviewed(shown: ItemChangePreview, ...more: readonly unknown[]) {
  const card = await opened([prepared(shown), ...more]);
  await card.open(PANEL);
  await card.enter('item-quantity', '5');
  await card.click('item-review');
  return card;
}

test.each<[boolean, Partial<ListedSubscription>]>([
  [true, {}],
  [true, { status: 'trialing' }],
  [false, { items: [calls] }],
  [false, { endsAt: 1_797_000_000 }],
  [false, { isCollectionPaused: true }],
  [false, { status: 'unpaid' }],
  [false, { status: 'incomplete' }],
])('%s: the button for another quantity or price, where %j', async (isOffered, fields) => {
  const card = await opened([], [subscription(fields)]);
  expect(card.button('change-item-sub_1') !== null).toBe(isOffered);
});

test('the review has what changes, the lines of the next invoice, and who is asked to confirm', async () => {
  const card = await reviewed(preview());
  const text = card.panel(PANEL);
  expect(text).toContain('Ada Lovelace');
  expect(text).toContain('Quantity: 2 → 5');
  expect(text).toContain('Price of one in USD: $25.00 (as before)');
  expect(text).toMatch(/Next invoice Dec \d+, 2026\s+Unused time on 2 × Seat\s+-\$25\.00/);
  expect(text).toMatch(/Total\s+\$162\.50/);
  expect(text).toContain(TEXT);
  expect(text).not.toContain('charges');
});

test.each<[string, Partial<ItemChangePreview>, string]>([
  ['charged', {}, "Stripe charges $37.50 to the customer's payment method now."],
  ['invoiced', { isCharged: false }, 'Stripe makes an invoice of $37.50 for the customer now.'],
])('what is billed now is %s, and the next invoice is named', async (_name, fields, says) => {
  const now = { lines: NEXT.lines.slice(0, 2), ...nothing, total: usd(3_750), due: usd(3_750) };
  const next = { lines: [], ...nothing, total: usd(12_500), due: usd(12_500) };
  const text = (await reviewed(preview({ now, next, ...fields }))).panel(PANEL);
  expect(text).toContain('Billed now');
  expect(text).toContain(says);
  expect(text).toMatch(/Next invoice Dec \d+, 2026: \$125\.00/);
});

test('a difference below zero is credited, and is said not to be refunded', async () => {
  const now = { lines: [line('Unused', -2_500)], ...nothing, total: usd(-2_500), due: usd(0) };
  const text = (await reviewed(preview({ now }))).panel(PANEL);
  expect(text).toContain('$25.00 is credited to the customer and lowers the next invoices.');
  expect(text).not.toContain('Stripe charges');
});

test('discount, tax and credit stand between the lines and what is to be paid', async () => {
  const next = {
    ...NEXT,
    ...{ discount: usd(1_000), tax: usd(2_900), total: usd(18_150), due: usd(8_150) },
  };
  const text = (await reviewed(preview({ next }))).panel(PANEL);
  expect(text).toMatch(/Discount\s+-\$10\.00\s+Tax\s+\$29\.00\s+Total\s+\$181\.50/);
  expect(text).toMatch(/Customer's credit\s+-\$100\.00\s+To be paid\s+\$81\.50/);
});

test('is confirmed in the property and says what was done, and by whom', async () => {
  const done = ok({
    ...{ step: 'done', isExisting: false, userId: '31', isSyncNeeded: true, line: 'left' },
    outcome: { kind: 'change-item', subscription: acted, after: preview().after },
  });
  const card = await reviewed(preview(), done);
  await card.click('item-confirm');
  expect(card.findByTestId(Alert, 'item-done').props.title).toBe('Subscription changed');
  expect(card.panel(PANEL)).toContain('Confirmed by HubSpot user 31.');
  const change = {
    ...{ kind: 'change-item', id: 'sub_1', itemId: 'si_1', quantity: 5 },
    ...{ unit: '25.00', billing: 'next-invoice' },
  };
  expect(card.asked('manage-billing')).toEqual([
    { objectType: 'deal', step: 'prepare', change },
    { objectType: 'deal', step: 'confirm', change, digest: 'd', confirmation: TEXT },
  ]);
});

test('an item is chosen, and one with tiers has a quantity only', async () => {
  const several = subscription({ items: [seat, calls, tiers] });
  const card = await opened([failure('nothing-to-change')], [several]);
  await card.open(PANEL);
  await card.select('item-choice', 'si_3');
  await card.select('item-billing', 'now');
  expect(card.panel(PANEL)).not.toContain('Price of one');
  await card.click('item-review');
  expect(card.asked('manage-billing')[0]).toMatchObject({
    change: { itemId: 'si_3', quantity: 4, unit: null, billing: 'now' },
  });
  expect(card.panel(PANEL)).toContain('Quantity and price are as before.');
});

test.each([
  ['item-quantity', '0', 'Enter a whole number'],
  ['item-quantity', '1.5', 'Enter a whole number'],
  ['item-unit', '1,250.00', '1250.50'],
])('%s does not take %s', async (field, text, says) => {
  const card = await opened();
  await card.open(PANEL);
  await card.enter(field, text);
  const { validationMessage } = card.findByTestId(Input, field).props;
  expect(validationMessage).toContain(says);
  expect(card.findByTestId(Button, 'item-review').props.disabled).toBe(true);
  expect(card.findByTestId(Text, 'item-waits').text).toBe(
    'To review, correct the fields that are marked.',
  );
});
