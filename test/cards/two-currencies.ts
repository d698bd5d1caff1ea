import type { RecordView } from '@stripe-payments/core';
import { money, toDecimal } from '@stripe-payments/core';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge } from '../builders/charge.ts';
import { dispute, withdrawal } from '../builders/dispute.ts';
import { invoice } from '../builders/invoice.ts';
import { refund } from '../builders/refund.ts';
import { price, subscription, subscriptionItem } from '../builders/subscription.ts';
import { viewOf } from './views.ts';

/**
 * Amounts of one currency, of which no two sums are alike: dollars have only the digits 1 and 0, euros
 * only 2 and 0, so a figure with both digits is a sum across currencies.
 */
interface Side {
  readonly currency: string;
  readonly digit: 1 | 2;
}

export const SIDES: readonly Side[] = [
  { currency: 'usd', digit: 1 },
  { currency: 'eur', digit: 2 },
];

/** Each figure has its digit at a place of its own, so that figures of one currency add up visibly too. */
export const figure = ({ digit }: Side, place: number): number => digit * 10 ** place;

function rowsOf(side: Side) {
  const { currency } = side;
  const row = (id: string, amountMinor: number, feeMinor: number) =>
    balanceTransaction({ id: `txn_${id}_${currency}`, amountMinor, feeMinor, currency });
  const paid = charge({
    id: `ch_${currency}`,
    currency,
    amountMinor: figure(side, 9),
    balanceTransaction: row('paid', figure(side, 9), figure(side, 3)),
    refunds: [
      refund({
        id: `re_${currency}`,
        currency,
        amountMinor: figure(side, 7),
        balanceTransaction: balanceTransaction({
          id: `txn_re_${currency}`,
          reportingCategory: 'refund',
          amountMinor: -figure(side, 7),
          feeMinor: 0,
          currency,
        }),
      }),
    ],
  });
  const disputed = charge({
    id: `ch_disputed_${currency}`,
    currency,
    amountMinor: figure(side, 8),
    balanceTransaction: row('disputed', figure(side, 8), 0),
    disputes: [
      dispute({
        id: `dp_${currency}`,
        currency,
        amountMinor: figure(side, 8),
        balanceTransactions: [
          withdrawal({
            id: `txn_dp_${currency}`,
            amountMinor: -figure(side, 8),
            feeMinor: figure(side, 4),
            netMinor: -figure(side, 8) - figure(side, 4),
            currency,
          }),
        ],
      }),
    ],
  });
  const due = invoice({ id: `in_${currency}`, currency, totalMinor: figure(side, 6) });
  const recurring = subscription({
    id: `sub_${currency}`,
    currency,
    items: [
      subscriptionItem({
        price: price({ currency, unitAmountDecimal: String(figure(side, 5)) }),
      }),
    ],
  });
  return { charges: [paid, disputed], invoices: [due], subscriptions: [recurring] };
}

const [dollars, euros] = SIDES.map(rowsOf);
if (dollars === undefined || euros === undefined) throw new Error('There are two sides.');

const mixed = {
  charges: [...dollars.charges, ...euros.charges],
  invoices: [...dollars.invoices, ...euros.invoices],
  subscriptions: [...dollars.subscriptions, ...euros.subscriptions],
};

/** A record with all of it. */
export const mixedView = (name: 'deal' | 'contact' | 'company'): RecordView => viewOf(name, mixed);

/** Every number of a text, as digits alone. */
export const numbersWritten = (text: string): readonly string[] =>
  [...text.matchAll(/\d[\d.,]*\d|\d/g)].map(([number]) => number.replaceAll(/[.,]/g, ''));

/** A plain sum or difference of two sides' figures has a digit of each, or one that neither has. */
function forbidden(): ReadonlySet<string> {
  const figures = SIDES.map((side) => {
    const minors = [3, 4, 5, 6, 7, 8, 9].map((place) => figure(side, place));
    const [fee = 0, disputeFee = 0, , , refunded = 0, disputed = 0, paid = 0] = minors;
    const totals = [
      ...minors,
      paid + disputed,
      fee + disputeFee,
      refunded + disputed,
      paid - refunded - fee - disputeFee,
    ];
    return totals;
  });
  const [left = [], right = []] = figures;
  const sums = left.flatMap((a) => right.flatMap((b) => [a + b, a - b, b - a]));
  const digits = sums.flatMap((sum) => {
    const text = toDecimal(money(Math.abs(sum), 'usd')).replaceAll('.', '');
    return [text, text.replace(/^0+/, '')];
  });
  const own = new Set([...left, ...right].map((minor) => String(minor)));
  return new Set(digits.filter((text) => !own.has(text) && text.length > 3));
}

/** As digits alone. */
export const SUMS = forbidden();
