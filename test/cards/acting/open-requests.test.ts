import type { RequestOverview, RequestStanding } from '@stripe-payments/core';
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
import { Alert, Select, Text } from '@hubspot/ui-extensions';
import { money } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';

const usd = (minor: number) => money(minor, 'usd');

test('an open request for the same is said, and no second one is announced', async () => {
  const card = openActions({
    requests: [ok(overview()), ok(requestPrepared({ existing: paymentRequest() }))],
  });
  await card.shows('No payment requests yet');
  await card.click('request-review');
  expect(card.findByTestId(Alert, 'existing').props.title).toContain('no second one is created');
  expect(card.button('request-confirm')?.text).toBe('Show the open request');
});

const coming = askedFor({ kind: 'payment', id: 'ch_1', number: null, dueDate: null });
const link = askedFor({ kind: 'link', id: 'plink_9', number: null, dueDate: null });
const many = Array.from({ length: 5 }, (_, place) => askedFor({ id: `in_${String(place)}` }));

const INVOICE = '$2,600.00 is already asked for by invoice INV-0001, due Dec 17, 2026';

describe('the first line', () => {
  test.each<readonly [string, Partial<RequestOverview>, readonly string[], string]>([
    [
      'an open invoice, of another program',
      { standing: standing({ asked: [askedFor()] }) },
      [INVOICE, "$2,100.00 of what is outstanding isn't asked for yet."],
      'Request payment',
    ],
    [
      'an open link for all of it',
      { standing: standing({ outstanding: usd(260_000), asked: [link] }) },
      [
        '$2,600.00 is already asked for by a payment link',
        'All that is outstanding is already asked for.',
      ],
      'Request another payment',
    ],
    [
      'a payment that is on its way',
      { standing: standing({ outstanding: usd(260_000), asked: [coming] }) },
      ['$2,600.00 is on its way or reserved', 'All that is outstanding is already asked for.'],
      'Request another payment',
    ],
    [
      'what is in another currency, and counts nothing of it as asked for',
      { standing: standing({ asked: [askedFor({ open: money(9_999, 'eur') })] }) },
      [
        '€99.99 is already asked for by invoice INV-0001, due Dec 17, 2026',
        "$4,700.00 of what is outstanding isn't asked for yet.",
      ],
      'Request payment',
    ],
    [
      'the first of many',
      { standing: standing({ asked: many }) },
      [INVOICE, INVOICE, INVOICE, 'and 2 others', 'All that is outstanding is already asked for.'],
      'Request another payment',
    ],
    [
      'that nothing asks for it',
      {},
      ['$4,700.00 is outstanding, and nothing asks for it yet.'],
      'Request payment',
    ],
    [
      'that it is paid',
      { standing: standing({ outstanding: usd(0) }) },
      ['Nothing is outstanding on this deal.'],
      'Request another payment',
    ],
    [
      'what is missing of a deal without an amount',
      { standing: standing({ outstanding: null }), dealAmount: null },
      ['Set the amount of the deal to see what is outstanding.'],
      'Request payment',
    ],
  ])('says %s', async (_name, overrides, lines, button) => {
    const card = openActions({ requests: [ok(overview(overrides))] });
    await card.shows(button);
    expect(card.findByTestId(Text, 'standing').text).toBe(lines[0]);
    for (const line of lines) expect(plain(card.text())).toContain(line);
    const request = card.button('request-payment');
    expect([request?.text, request?.props.variant]).toEqual([
      button,
      button === 'Request payment' ? 'primary' : 'secondary',
    ]);
  });

  test('of what could not be read says why, and what the last sync saved', async () => {
    const unread = standing({ problem: { code: 'stripe-unreachable' }, asOfMs: 1_795_368_600_000 });
    const card = openActions({ requests: [ok(overview({ standing: unread }))] });
    await card.shows("What is outstanding couldn't be read");
    expect(card.panel('request-panel')).toContain('Outstanding as of the last sync');
  });
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
      requests: [ok(overview({ standing: standing({ outstanding, asked }) }))],
    });
    await card.shows('Request');
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
    const card = openActions({ requests: [ok(overview({ standing: partly })), prepared] });
    await card.shows('Request payment');
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
    await card.click('request-review');
    expect(card.panel('request-panel')).toContain(
      'Outstanding: $4,700.00. Not asked for yet: $2,100.00.',
    );
  });
});
