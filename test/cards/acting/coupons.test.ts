import { Alert, Button, Input, Select, Text } from '@hubspot/ui-extensions';
import type {
  AppliedCoupon,
  CouponChangePreview,
  CouponTerms,
  SubscriptionCoupons,
} from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { recordView } from '../../builders/record-view.ts';
import { failure, syncReply } from '../../builders/replies.ts';
import { ok, openActions, overview, plain } from './actions-page.tsx';

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

const listed = { ...acted, names: ['Seat'], items: [], next: null };

const terms = (overrides: Partial<CouponTerms> = {}): CouponTerms => ({
  id: 'TEN',
  name: 'Welcome',
  code: null,
  percentOff: 10,
  amountOff: null,
  duration: 'once',
  months: null,
  ...overrides,
});

const applied = (overrides: Partial<AppliedCoupon> = {}): AppliedCoupon => ({
  ...terms({ id: 'OLD', name: 'Old', duration: 'forever' }),
  endsAt: null,
  ...overrides,
});

const coupons = (overrides: Partial<SubscriptionCoupons> = {}): SubscriptionCoupons => ({
  step: 'coupons',
  applied: [],
  ofCustomer: null,
  choices: [terms()],
  isComplete: true,
  ...overrides,
});

const invoice = (discount: number) => ({
  lines: [{ label: '1 × Seat', amount: usd(5_000), isProration: false }],
  ...{ discount: usd(discount), tax: usd(0) },
  ...{ total: usd(5_000 - discount), due: usd(5_000 - discount) },
});

const preview = (overrides: Partial<CouponChangePreview> = {}): CouponChangePreview => ({
  kind: 'change-coupon',
  subscription: acted,
  before: [],
  after: terms(),
  ofCustomer: null,
  present: invoice(0),
  next: invoice(500),
  nextOn: 1_797_000_000,
  ...overrides,
});

const PANEL = 'panel-change-coupon-sub_1';
const TEXT = 'CHANGE 45.00 USD 7F3K9Q';

const prepared = (shown: CouponChangePreview) =>
  ok({
    ...{ step: 'prepared', digest: 'd', preview: shown },
    confirmation: { text: TEXT, validUntilMs: 1_795_369_800_000 },
  });

async function opened(found: SubscriptionCoupons, ...changes: readonly unknown[]) {
  const card = openActions({
    requests: [ok(overview({ subscriptions: [listed], kinds: ['subscriptions'] }))],
    changes: [ok(found), ...changes],
    syncs: [syncReply(recordView([]))],
  });
  await card.shows('Subscriptions (1)');
  await card.open(PANEL);
  return card;
}

/** No coupon is chosen for the user: a person chooses one, and asks for its review. */
async function review(card: Awaited<ReturnType<typeof opened>>, choice = 'TEN'): Promise<void> {
  await card.select('coupon-choice', choice);
  await card.click('coupon-review');
}

const optionsIn = (card: Awaited<ReturnType<typeof opened>>): readonly string[] =>
  card.findByTestId(Select, 'coupon-choice').props.options.map(({ label }) => plain(label));

describe('the form', () => {
  test('has the coupons by name, with what each takes off and for how long', async () => {
    const card = await opened(
      coupons({
        choices: [
          terms(),
          terms({ id: 'A', name: null, percentOff: 33.33, duration: 'forever' }),
          terms({
            id: 'B',
            percentOff: null,
            amountOff: usd(900),
            duration: 'repeating',
            months: 1,
          }),
          terms({ id: 'C', duration: 'repeating', months: 3 }),
        ],
      }),
    );
    expect(optionsIn(card)).toEqual([
      'Welcome: 10% off the next invoice',
      'A: 33.33% off every invoice',
      'Welcome: $9.00 off for 1 month',
      'Welcome: 10% off for 3 months',
      'Enter a code',
    ]);
  });

  test('tells two coupons apart that read alike', async () => {
    const card = await opened(coupons({ choices: [terms(), terms({ id: 'OTHER' })] }));
    const [first, second] = optionsIn(card);
    expect([first, second]).toEqual([
      expect.stringContaining('(TEN)'),
      expect.stringContaining('(OTHER)'),
    ]);
  });

  test('says what is applied, and offers to remove it', async () => {
    const card = await opened(
      coupons({ applied: [applied({ duration: 'repeating', endsAt: 1_797_000_000 })] }),
    );
    expect(card.panel(PANEL)).toMatch(/Applied now: .*10% off until Dec 11, 2026/);
    expect(optionsIn(card)).toContain('Remove the coupon');
    expect(card.panel(PANEL)).toContain('replaces the one that is applied now');
  });

  test('asks for a code where no coupon fits, and for nothing that is no code', async () => {
    const card = await opened(coupons({ choices: [] }), prepared(preview()));
    expect(card.panel(PANEL)).toContain('None of your account');
    const isDisabled = () => card.findByTestId(Button, 'coupon-review').props.disabled;
    expect(isDisabled()).toBe(true);
    expect(card.findByTestId(Text, 'coupon-waits').text).toBe(
      'To review, fill in: Promotion code or coupon ID.',
    );
    await card.enter('coupon-code', 'SPRING 25');
    expect(card.findByTestId(Input, 'coupon-code').props.error).toBe(true);
    expect(isDisabled()).toBe(true);
    expect(card.findByTestId(Text, 'coupon-waits').text).toBe(
      'To review, correct the fields that are marked.',
    );
    await card.enter('coupon-code', ' SPRING25 ');
    expect(card.maybeFind(Text, { testId: 'coupon-waits' })).toBeNull();
    await card.click('coupon-review');
    expect(card.asked('manage-billing').at(-1)).toMatchObject({
      change: { kind: 'change-coupon', id: 'sub_1', coupon: { code: 'SPRING25' } },
    });
  });

  test('says what is missing where coupons cannot be read', async () => {
    const card = openActions({
      requests: [ok(overview({ subscriptions: [listed], kinds: ['subscriptions'] }))],
      changes: [failure('write-key-permission')],
    });
    await card.shows('Subscriptions (1)');
    await card.open(PANEL);
    expect(card.findByTestId(Alert, 'coupons-not-read').props.title).toBe(
      "The coupons couldn't be read",
    );
  });
});

test('the review says what changes and the next invoice with and without it, then applies it', async () => {
  const shown = preview({ before: [applied()] });
  const done = ok({
    ...{ step: 'done', isExisting: false, userId: '7', isSyncNeeded: true, line: 'left' },
    outcome: { kind: 'change-coupon', subscription: acted, after: terms() },
  });
  const card = await opened(coupons(), prepared(shown), done);
  await review(card);
  const text = card.panel(PANEL);
  for (const part of [
    'Applied: Welcome: 10% off the next invoice',
    'Removed: Old: 10% off every invoice',
    '-$5.00',
    'To be paid without this change: $50.00',
    TEXT,
  ]) {
    expect(text).toContain(part);
  }
  await card.click('coupon-confirm');
  expect(card.findByTestId(Alert, 'coupon-done').props.title).toBe('Coupon applied');
});

test('a coupon that takes nothing off the next invoice is said to', async () => {
  const card = await opened(coupons(), prepared(preview({ next: invoice(0) })));
  await review(card);
  expect(card.findByTestId(Alert, 'coupon-takes-nothing').props.title).toContain(
    'takes nothing off',
  );
  expect(card.panel(PANEL)).toContain('The amount to be paid stays the same.');
});

test("a removal says that the customer's own coupon counts again", async () => {
  const own = applied({ id: 'LOYAL', name: 'Loyal' });
  const shown = preview({ before: [applied()], after: null, ofCustomer: own });
  const card = await opened(coupons({ applied: [applied()] }), prepared(shown));
  await review(card, ':remove');
  const text = card.panel(PANEL);
  expect(text).toContain("The customer's own coupon, used while the subscription has none: Loyal");
  expect(text).toContain('Remove coupon');
});
