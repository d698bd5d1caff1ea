import type { AskedFor, Money } from '@stripe-payments/core';
import {
  askedByRequests,
  askedInView,
  askedTotals,
  excessOf,
  missingOf,
  money,
} from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { authorization, charge, pendingDebit } from '../../builders/charge.ts';
import { dispute } from '../../builders/dispute.ts';
import { invoice } from '../../builders/invoice.ts';
import { fc, test } from '../../builders/laws.ts';
import { recordViewOf } from '../../builders/record-view.ts';

const amounts = fc
  .record({ minor: fc.nat({ max: 10_000_000 }), currency: fc.constantFrom('usd', 'jpy', 'kwd') })
  .map(({ minor, currency }): Money => money(minor, currency));

const asking = amounts.map((open): AskedFor => ({
  kind: 'invoice',
  id: 'in_1',
  number: null,
  open,
  dueDate: null,
}));

const NOTHING_BACK = { refunded: null, lost: null };

describe('what is missing', () => {
  test.prop([amounts, fc.array(asking)])(
    'is never below zero nor above what is outstanding, and in its currency',
    (outstanding, asked) => {
      const missing = missingOf({ ...NOTHING_BACK, outstanding, asked });
      expect(missing?.currency).toBe(outstanding.currency);
      expect(missing?.minor).toBeGreaterThanOrEqual(0);
      expect(missing?.minor).toBeLessThanOrEqual(outstanding.minor);
    },
  );

  test.prop([amounts, fc.array(asking)])(
    'is what is outstanding less what is asked for in the same currency, in any order',
    (outstanding, asked) => {
      const same = asked.filter(({ open }) => open.currency === outstanding.currency);
      const sum = same.reduce((total, { open }) => total + open.minor, 0);
      const expected = money(Math.max(0, outstanding.minor - sum), outstanding.currency);
      expect(missingOf({ ...NOTHING_BACK, outstanding, asked })).toEqual(expected);
      expect(missingOf({ ...NOTHING_BACK, outstanding, asked: asked.toReversed() })).toEqual(
        expected,
      );
    },
  );

  test.prop([fc.array(asking)])('is not known where nothing is known of the deal', (asked) => {
    expect(missingOf({ ...NOTHING_BACK, outstanding: null, asked })).toBeNull();
  });

  test.prop([amounts, amounts])(
    'is exceeded by what is above it, in its currency',
    (total, rest) => {
      const isMore = total.currency === rest.currency && total.minor > rest.minor;
      expect(excessOf(total, rest)?.minor ?? null).toBe(isMore ? total.minor - rest.minor : null);
    },
  );
});

test.prop([fc.array(asking)])('totals are one for each currency, and lose nothing', (asked) => {
  const totals = askedTotals({ asked });
  expect(new Set(totals.map(({ currency }) => currency)).size).toBe(totals.length);
  for (const { currency, minor } of totals) {
    const own = asked.filter(({ open }) => open.currency === currency);
    expect(own.reduce((sum, { open }) => sum + open.minor, 0)).toBe(minor);
  }
});

const disputed = (status: 'needs_response' | 'lost') => charge({ disputes: [dispute({ status })] });

const open = { amountPaidMinor: 0, amountRemainingMinor: 2_000, status: 'open' } as const;

describe('a view asks', () => {
  test.each([
    ['by an open invoice', { invoices: [invoice(open)] }, ['invoice']],
    ['by an overdue one', { invoices: [invoice({ ...open, dueDate: 1 })] }, ['invoice']],
    ['by a draft not', { invoices: [invoice({ ...open, status: 'draft' })] }, []],
    ['by a void one not', { invoices: [invoice({ ...open, status: 'void' })] }, []],
    [
      'by an uncollectible one not',
      { invoices: [invoice({ ...open, status: 'uncollectible' })] },
      [],
    ],
    ['by a debit on its way', { charges: [pendingDebit()] }, ['payment']],
    ['by what is reserved', { charges: [authorization()] }, ['payment']],
    ['by a payment that came not', { charges: [charge()] }, []],
    ['by one in dispute', { charges: [disputed('needs_response')] }, ['dispute']],
    ['by one that was lost in a dispute not', { charges: [disputed('lost')] }, []],
  ] as const)('%s', (_name, objects, kinds) => {
    const view = recordViewOf(objects);
    expect(askedInView(view).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('once for an invoice that a debit on its way pays', () => {
    const debit = pendingDebit();
    const paid = invoice({
      ...open,
      payments: [
        {
          paymentIntentId: debit.paymentIntentId,
          chargeId: debit.id,
          status: 'open',
          amountPaidMinor: 0,
        },
      ],
    });
    const view = recordViewOf({ invoices: [paid], charges: [debit] });
    expect(view.payments.map(({ status }) => status)).toEqual(['processing']);
    expect(askedInView(view).map(({ kind, open: left }) => [kind, left.minor])).toEqual([
      ['invoice', 2_000],
    ]);
  });
});

describe('of requests', () => {
  const request = {
    kind: 'link',
    id: 'plink_1',
    number: null,
    open: money(500, 'usd'),
    status: 'open',
    isRecurring: false,
    dueDate: null,
  } as const;

  test.each([
    ['an open link asks', request, 1],
    ['an open invoice asks', { ...request, kind: 'invoice' as const }, 1],
    ['a paid one does not', { ...request, status: 'paid' }, 0],
    ['a draft does not', { ...request, status: 'draft' }, 0],
    ['one of which nothing is open does not', { ...request, open: money(0, 'usd') }, 0],
    ['a link of a subscription does not', { ...request, isRecurring: true }, 0],
    ['a subscription does not', { ...request, kind: 'subscription' as const }, 0],
  ])('%s', (_name, each, count) => {
    expect(askedByRequests([each])).toHaveLength(count);
  });
});
