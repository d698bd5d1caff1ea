import {
  ok,
  openActions,
  overview,
  paymentRequest,
  plain,
  requestPrepared,
} from './actions-page.tsx';
import { Alert, DateInput, Select } from '@hubspot/ui-extensions';
import type { RecurringRequestLine } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { effects } from '../extension-life.tsx';
import { fire } from '../fire.ts';

const MONTH = { unit: 'month', count: 1 } as const;

const recurring = (overrides: Partial<RecurringRequestLine> = {}): RecurringRequestLine => ({
  label: 'Seat',
  quantity: 2,
  unit: money(10_000, 'usd'),
  total: money(20_000, 'usd'),
  discount: money(0, 'usd'),
  interval: MONTH,
  hasTerm: true,
  startDay: null,
  ...overrides,
});

const setup = {
  label: 'Setup',
  quantity: 1,
  unit: money(30_000, 'usd'),
  total: money(30_000, 'usd'),
  discount: money(0, 'usd'),
};

const BARE = ok(overview({ kinds: ['subscriptions'] }));

const withLines = (lines: readonly RecurringRequestLine[] = [recurring()]) => ({
  kinds: ['subscriptions' as const],
  lines: [setup],
  total: setup.total,
  recurring: [...lines],
});

const prepared = requestPrepared({
  method: 'subscription-link',
  lines: [setup],
  total: money(50_000, 'usd'),
  cycle: {
    interval: MONTH,
    lines: [recurring()],
    each: money(20_000, 'usd'),
    dueAtFirst: money(30_000, 'usd'),
    startsAt: null,
    trialDays: 14,
  },
  recurring: [recurring({ label: 'Domain', interval: { unit: 'year', count: 1 } })],
});

describe('a subscription by link', () => {
  test.each([
    ['open', false],
    ['paid', false],
    ['canceled', true],
  ] as const)('bills the one-time lines beside one that is %s: %s', async (status, withOneTime) => {
    const requests = [paymentRequest({ isRecurring: true, status })];
    const card = openActions({
      form: withLines(),
      requests: [ok(overview({ kinds: ['subscriptions'], requests })), ok(prepared)],
    });
    await card.shows('Subscription link');
    await card.open('request-panel');
    await card.click('request-review');
    expect(card.asked('request-payment').at(-1)).toMatchObject({
      asked: { subject: { kind: 'recurring-lines', withOneTime } },
    });
  });

  test('asks for the recurring line items, and says at the review what is paid when', async () => {
    const request = paymentRequest({ isRecurring: true });
    const done = {
      ...{ step: 'done', request, isExisting: false, delivery: 'not-asked', userId: null },
      ...{ isSyncNeeded: false, line: 'left', cycle: prepared.cycle },
    };
    const lines = [recurring(), recurring({ interval: { unit: 'year', count: 1 } })];
    const after = overview({ kinds: ['subscriptions'], requests: [request] });
    const card = openActions({
      form: withLines(lines),
      requests: [BARE, ok(prepared), ok(done), ok(after)],
    });
    await card.shows('No payment requests yet');
    await card.open('request-panel');
    const methods = card.findByTestId(Select, 'request-method').props.options;
    expect(methods.map(({ value }) => value)).toEqual(['subscription-link', 'subscription']);
    const subjects = card.findByTestId(Select, 'request-recurring').props.options;
    expect(subjects.map(({ label }) => plain(label))).toEqual([
      'Line items, every month: $200.00',
      'Line items, every year: $200.00',
      'Another amount',
    ]);
    await card.enter('request-trialDays', '14');
    await card.click('request-review');
    const text = card.panel('request-panel');
    for (const fact of [
      '$200.00 every month, until it is canceled.',
      'The customer pays $300.00 on the page.',
      'Free trial of 14 days from the day on which the customer completes the page.',
      'The one-time line items are on the first invoice only.',
      'In HubSpot, these line items end after a term.',
      'Not included: 1 line item with another billing interval.',
    ]) {
      expect(text).toContain(fact);
    }
    expect(plain(card.button('request-confirm')?.text ?? '')).toBe(
      'Create link for $200.00 every month',
    );
    await card.click('request-confirm');
    const subject = { kind: 'recurring-lines', interval: MONTH, withOneTime: true };
    expect(card.asked('request-payment').at(-1)).toMatchObject({
      asked: { method: 'subscription-link', subject, collectsTax: false, trialDays: 14 },
    });
    await card.close('request-panel');
    await card.shows('Subscription link');
    expect(card.button('deactivate-link-plink_1')).not.toBeNull();
  });

  test('of an amount has an interval; a trial of no days is no trial', async () => {
    const card = openActions({
      form: { kinds: ['subscriptions'] },
      requests: [BARE, ok(prepared)],
    });
    await card.shows('No payment requests yet');
    await card.open('request-panel');
    await card.enter('request-amount', '9.90');
    await card.enter('request-description', 'Support');
    await card.enter('request-trialDays', '0');
    expect(card.button('request-review')?.props.disabled).toBe(true);
    await card.enter('request-trialDays', '');
    await card.select('request-interval', 'year:1');
    await card.click('request-review');
    expect(card.asked('request-payment').at(-1)).toMatchObject({
      asked: {
        subject: { kind: 'amount', amount: '9.90', interval: { unit: 'year', count: 1 } },
      },
    });
  });
});

describe('a subscription by invoice', () => {
  test('starts on the day from which HubSpot bills, or another that is chosen', async () => {
    const card = openActions({
      form: withLines([recurring({ startDay: '2099-01-01' })]),
      requests: [BARE, ok(prepared)],
    });
    await card.shows('No payment requests yet');
    await card.open('request-panel');
    await card.select('request-method', 'subscription');
    const day = card.findByTestId(DateInput, 'request-startDay');
    expect(day.props.value).toEqual({ year: 2099, month: 0, date: 1 });
    fire(day, 'onChange', { year: 2099, month: 1, date: 3, formattedDate: '02/03/2099' });
    await effects();
    await card.click('request-review');
    expect(card.asked('request-payment').at(-1)).toMatchObject({
      asked: { method: 'subscription', startDay: '2099-02-03', payee: { customerId: 'cus_1' } },
    });
    await card.click('request-change');
  });

  test('names who gets its invoices, and what a person enters before', async () => {
    const payee = { customerId: 'cus_1', contactId: null, name: 'Ada', email: 'ada@x.example' };
    const cycle = { ...(prepared.cycle ?? expect.fail()), startsAt: 1_796_083_200 };
    const review = requestPrepared({
      ...prepared,
      ...{ method: 'subscription', payee, daysUntilDue: 14, delivery: 'email', cycle },
      confirmation: { text: 'SUBSCRIBE 200.00 USD ABCDEF', validUntilMs: 1_795_369_800_000 },
    });
    const done = {
      ...{ step: 'done', isExisting: false, delivery: 'sent', userId: '7', line: 'left' },
      request: paymentRequest({ kind: 'subscription', id: 'sub_1', isRecurring: true, url: null }),
      ...{ isSyncNeeded: false, cycle },
    };
    const card = openActions({ form: withLines(), requests: [BARE, ok(review), ok(done)] });
    await card.shows('No payment requests yet');
    await card.open('request-panel');
    await card.select('request-method', 'subscription');
    await card.click('request-review');
    const text = card.panel('request-panel');
    expect(text).toContain('First invoice, today: $300.00.');
    expect(text).toMatch(/Billed from .*2026\. Until then, Stripe shows it as a trial\./);
    expect(text).toContain('Stripe emails each invoice to ada@x.example');
    expect(text).toContain('SUBSCRIBE 200.00 USD ABCDEF');
    await card.click('request-confirm');
    expect(card.findByTestId(Alert, 'request-done').props.title).toBe('Subscription created');
    // The sum that was confirmed, and what recurs.
    expect(plain(card.panel('request-panel'))).toMatch(/\$300\.00\s+Subscription/);
    expect(card.panel('request-panel')).toContain('$200.00 every month, until it is canceled.');
  });
});
