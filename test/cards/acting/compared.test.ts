import type { RequestStanding } from '@stripe-payments/core';
import {
  askedFor,
  ok,
  openActions,
  overview,
  paymentRequest,
  plain,
  requestPrepared,
  standing,
} from './actions-page.tsx';
import { Alert, Select } from '@hubspot/ui-extensions';
import { money } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';

const usd = (minor: number) => money(minor, 'usd');

const link = askedFor({ kind: 'link', id: 'plink_9', number: null, dueDate: null });

test('an open request for the same is said, and no second one is announced', async () => {
  const card = openActions({
    requests: [ok(overview()), ok(requestPrepared({ existing: paymentRequest() }))],
  });
  await card.shows('No payment requests yet');
  await card.open('request-panel');
  await card.click('request-review');
  expect(card.findByTestId(Alert, 'existing').props.title).toContain('no second one is created');
  expect(card.button('request-confirm')?.text).toBe('Show the open request');
});

describe('presets', () => {
  test.each([
    ['something is missing', usd(470_000), [], ['outstanding', 'deposit', 'amount']],
    ['a part is asked for', usd(470_000), [askedFor()], ['outstanding', 'deposit', 'amount']],
    ['all is asked for', usd(260_000), [askedFor()], ['amount']],
    ['all is paid', usd(0), [], ['amount']],
    ['it is not known what is missing', null, [], ['deposit', 'amount']],
  ] as const)('where %s', async (_name, outstanding, asked, values) => {
    const card = openActions({
      requests: [ok(overview())],
      form: { standing: standing({ outstanding, asked }) },
    });
    await card.shows('Request');
    await card.open('request-panel');
    const { options } = card.findByTestId(Select, 'request-subject').props;
    expect(options.map(({ value }) => value)).toEqual(values);
    const amount = asked.length > 0 ? '$2,100.00' : '$4,700.00';
    if (values[0] === 'outstanding') {
      expect(plain(options[0]?.label ?? '')).toBe(`Outstanding and not asked for yet: ${amount}`);
    }
  });

  test('of what is outstanding ask for what nothing asks for yet', async () => {
    const prepared = ok(requestPrepared());
    const partly = standing({ asked: [askedFor()] });
    const card = openActions({
      requests: [ok(overview()), prepared],
      form: { standing: partly },
    });
    await card.shows('Request payment');
    await card.open('request-panel');
    await card.click('request-review');
    expect(card.asked('request-payment').at(-1)).toMatchObject({
      asked: { subject: { kind: 'amount', amount: '2100.00', currency: 'usd' } },
    });
  });
});

describe('the review', () => {
  test.each<
    readonly [string, number, string, Partial<RequestStanding>, string | null, string | undefined]
  >([
    ['all that is missing', 470_000, 'usd', {}, null, undefined],
    [
      'one cent more',
      470_001,
      'usd',
      {},
      'This is $0.01 more than what is outstanding and not asked for yet',
      'warning',
    ],
    [
      'more than what is not asked for yet',
      470_000,
      'usd',
      { asked: [askedFor()] },
      'This is $2,600.00 more than what is outstanding and not asked for yet',
      'warning',
    ],
    ['the rest', 210_000, 'usd', { asked: [askedFor()] }, '$2,600.00 is already asked for', 'info'],
    ['another currency', 470_001, 'eur', {}, null, undefined],
    [
      'another currency beside what is asked for',
      470_001,
      'eur',
      { asked: [askedFor(), askedFor({ id: 'in_8', open: money(500, 'jpy') })] },
      '¥500, $2,600.00 is already asked for',
      'warning',
    ],
    [
      'what it is not known to be missing',
      100,
      'usd',
      { outstanding: null, asked: [link] },
      '$2,600.00 is already asked for',
      'warning',
    ],
  ])('of %s', async (_name, minor, currency, known, title, variant) => {
    const prepared = requestPrepared({ total: money(minor, currency), standing: standing(known) });
    const card = openActions({ requests: [ok(overview()), ok(prepared)] });
    await card.shows('No payment requests yet');
    await card.open('request-panel');
    await card.click('request-review');
    const alert = card.maybeFindByTestId(Alert, 'standing-notice');
    expect([alert === null ? null : plain(alert.props.title), alert?.props.variant]).toEqual([
      title,
      variant,
    ]);
    if ((known.asked ?? []).length > 0) {
      expect(card.panel('request-panel')).toContain('cancel it first');
    }
    expect(card.button('request-confirm')).not.toBeNull();
  });

  test('says the figures that it compares with', async () => {
    const known = standing({ asked: [askedFor()] });
    const card = openActions({
      requests: [ok(overview()), ok(requestPrepared({ standing: known }))],
    });
    await card.shows('No payment requests yet');
    await card.open('request-panel');
    await card.click('request-review');
    expect(card.panel('request-panel')).toContain(
      'Outstanding: $4,700.00. Not asked for yet: $2,100.00.',
    );
  });
});

test.each([
  [money(103_400, 'usd'), "Plus $1,034.00 of tax by Stripe's calculation now: $5,734.00 in all."],
  [money(0, 'usd'), "Plus $0.00 of tax by Stripe's calculation now: $4,700.00 in all."],
  [null, 'Plus the tax that your Stripe account collects. The customer sees it on the page.'],
])('a request plus tax of %j says so at the review', async (tax, text) => {
  const prepared = requestPrepared({ isPlusTax: true, tax });
  const card = openActions({ requests: [ok(overview()), ok(prepared)] });
  await card.shows('No payment requests yet');
  await card.open('request-panel');
  await card.click('request-review');
  expect(card.panel('request-panel')).toContain(text);
  expect(plain(card.button('request-confirm')?.text ?? '')).toBe(
    'Create payment link for $4,700.00 plus tax',
  );
});
