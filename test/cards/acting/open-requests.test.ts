import type { RequestOverview } from '@stripe-payments/core';
import {
  askedFor,
  ok,
  openActions,
  overview,
  paymentRequest,
  plain,
  standing,
} from './actions-page.tsx';
import { Text } from '@hubspot/ui-extensions';
import { money } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';

const usd = (minor: number) => money(minor, 'usd');

const coming = askedFor({ kind: 'payment', id: 'ch_1', number: null, dueDate: null });
const link = askedFor({ kind: 'link', id: 'plink_9', number: null, dueDate: null });
const many = Array.from({ length: 5 }, (_, place) => askedFor({ id: `in_${String(place)}` }));

const INVOICE = '$2,600.00 is already asked for by invoice INV-0001, due Dec 17, 2026';

/** Where the figures say that a payment is to be requested next. */
const isAsking = ({ standing: known, syncedAtMs }: Partial<RequestOverview>, button: string) =>
  button === 'Request payment' && syncedAtMs !== null && (known?.reviewCount ?? 0) === 0;

describe('the first line', () => {
  test.each<readonly [string, Partial<RequestOverview>, readonly string[], string]>([
    [
      'an open invoice, of another program',
      { standing: standing({ asked: [askedFor()] }) },
      [INVOICE, "$2,100.00 of what is outstanding isn't asked for yet."],
      'Request payment',
    ],
    [
      'an invoice that is overdue',
      { standing: standing({ asked: [askedFor({ dueDate: 1_577_880_000 })] }) },
      ['$2,600.00 is already asked for by invoice INV-0001 that was due on Jan 1, 2020'],
      'Request payment',
    ],
    [
      'an open link for all of it',
      { standing: standing({ outstanding: usd(260_000), asked: [link] }) },
      ['$2,600.00 is already asked for by a payment link', 'Nothing more to request now.'],
      'Request another payment',
    ],
    [
      'a payment that is on its way',
      { standing: standing({ outstanding: usd(260_000), asked: [coming] }) },
      ['$2,600.00 is on its way or reserved', 'Nothing more to request now.'],
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
      [INVOICE, INVOICE, INVOICE, 'and 2 others', 'Nothing more to request now.'],
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
    [
      'nothing of what is outstanding before the first sync',
      { standing: standing({ outstanding: null }), syncedAtMs: null },
      ['What is outstanding is shown here after the first sync.'],
      'Request payment',
    ],
    [
      'what is in dispute, and that nothing is to be requested',
      {
        standing: standing({
          outstanding: usd(260_000),
          asked: [askedFor({ kind: 'dispute', number: null, dueDate: null })],
        }),
      },
      ['$2,600.00 is in dispute until the bank decides', 'Nothing more to request now.'],
      'Request another payment',
    ],
    [
      'what was refunded, and asks for the rest alone',
      { standing: standing({ refunded: usd(100_000), lost: usd(50_000) }) },
      [
        '$1,000.00 of the deal amount was refunded.',
        '$500.00 of the deal amount was lost in a dispute.',
        "$3,200.00 of what is outstanding isn't asked for yet.",
      ],
      'Request payment',
    ],
    [
      'that all was refunded, and that nothing is to be requested',
      { standing: standing({ refunded: usd(620_000) }) },
      ['$4,700.00 of the deal amount was refunded.', 'Nothing more to request now.'],
      'Request another payment',
    ],
    [
      'the payments that wait for review',
      { standing: standing({ reviewCount: 2 }) },
      [
        '2 payments wait for review: decide first whether this deal was paid.',
        'Until you decide, $4,700.00 is outstanding.',
      ],
      'Request payment',
    ],
    [
      'of when the figures are',
      { standing: standing({ asOfMs: 1_795_368_600_000 }) },
      [
        '$4,700.00 is outstanding, and nothing asks for it yet.',
        'As of the last sync, Nov 22, 2026',
      ],
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
      isAsking(overrides, button) ? 'primary' : 'secondary',
    ]);
  });

  test('does not say that nothing asks where a subscription may bill it', async () => {
    const requests = [paymentRequest({ isRecurring: true })];
    const card = openActions({ requests: [ok(overview({ requests }))] });
    await card.shows('is outstanding. The subscription below may bill it.');
    expect(card.text()).not.toContain('nothing asks for it');
  });

  test('asks with no primary button while earlier requests could not be read', async () => {
    const requestsProblem = { code: 'stripe-key-invalid' } as const;
    const card = openActions({ requests: [ok(overview({ requestsProblem }))] });
    await card.shows("Earlier payment requests couldn't be read");
    expect(card.button('request-payment')?.props.variant).toBe('secondary');
  });

  test('of what could not be read says why, and what the last sync saved', async () => {
    const unread = standing({ problem: { code: 'stripe-unreachable' }, asOfMs: 1_795_368_600_000 });
    const card = openActions({
      requests: [ok(overview({ standing: unread }))],
      form: { standing: unread },
    });
    await card.shows("What is outstanding couldn't be read");
    await card.open('request-panel');
    expect(card.panel('request-panel')).toContain('As of the last sync');
  });
});
