import { isCapturedPayment } from '../ledger/captures.ts';
import type { PayoutPart } from '../ledger/payout-parts.ts';
import { laterParts, payoutParts } from '../ledger/payout-parts.ts';
import { formatMoney } from '../money/format.ts';
import type { Money } from '../money/money.ts';
import { add, money, negate } from '../money/money.ts';
import type { Charge } from '../payment/charge.ts';
import type { Payout } from '../payment/payout.ts';
import { utcDayText } from '../presentation/presentation.ts';
import { brief, isolated } from '../untrusted/sentence.ts';
import type { HistoryStyle, Step } from './step.ts';

/**
 * The payouts that a payment is in, by balance transaction, null for one that is in none yet; or why they are not
 * known.
 */
export type HistoryPayouts =
  ReadonlyMap<string, Payout | null> | 'no-permission' | 'not-itemized' | 'unknown';

/** What a payout has of the payment; below zero it was taken off it. */
interface Share {
  /** Null for the Stripe balance: no payout has it yet. */
  readonly payout: Payout | null;
  readonly amount: Money;
}

const MAX_REASON = 200;

const DAY_SECONDS = 86_400;

/** The earliest payout first, then what is in none. Balance transactions of one payment have one currency. */
function sharesOf(
  parts: readonly PayoutPart[],
  payouts: ReadonlyMap<string, Payout | null>,
): readonly Share[] {
  const shares = new Map<string, Share>();
  for (const { id, netMinor, currency } of parts) {
    const payout = payouts.get(id);
    if (payout === undefined) continue;
    // What waits in the balance is told apart: a return does not make up for what was taken before.
    const key = payout?.id ?? (netMinor < 0 ? 'off' : 'on');
    const before = shares.get(key)?.amount;
    const amount = money(netMinor, currency);
    shares.set(key, { payout, amount: before === undefined ? amount : add(before, amount) });
  }
  const timeOf = ({ payout }: Share): number => payout?.arrivalOn ?? Number.POSITIVE_INFINITY;
  return [...shares.values()].sort((one, other) => {
    return timeOf(one) === timeOf(other) ? 0 : timeOf(one) - timeOf(other);
  });
}

function payoutStep(
  payout: Payout,
  amount: Money,
  nowSeconds: number,
  { texts }: HistoryStyle,
): Step {
  const { arriving, arrivalWas, arrived, takenOff, failed, canceled, other } =
    texts.history.payouts;
  const { status, arrivalOn, failureMessage, returnedOn = null } = payout;
  const id = isolated(payout.id);
  const timed = { at: arrivalOn, isUtcDay: true, amount };
  const isOff = amount.minor < 0;
  switch (status) {
    case 'pending':
    case 'in_transit': {
      const text = arrivalOn + DAY_SECONDS <= nowSeconds ? arrivalWas : arriving;
      return { ...timed, text: (isOff ? takenOff : text)(id) };
    }
    case 'paid':
      return { ...timed, text: (isOff ? takenOff : arrived)(id) };
    case 'failed':
      return {
        at: returnedOn,
        text: failed(id, failureMessage && brief(failureMessage, MAX_REASON)),
      };
    case 'canceled':
      return { at: returnedOn, text: canceled(id) };
    default:
      return { at: null, text: other(id, isolated(status)) };
  }
}

/** A payout whose money is in a later one. */
function returnedStep({ id, status, returnedOn }: Payout, { texts }: HistoryStyle): Step {
  const { failedBefore, canceledBefore } = texts.history.payouts;
  return {
    at: returnedOn ?? null,
    text: (status === 'canceled' ? canceledBefore : failedBefore)(isolated(id)),
  };
}

/** From the balance to the bank. Those without a time are the last to say. */
export function payoutSteps(
  charge: Charge,
  payouts: HistoryPayouts,
  nowSeconds: number,
  style: HistoryStyle,
): { readonly timed: readonly Step[]; readonly untimed: readonly Step[] } {
  if (typeof payouts === 'string') return { timed: [], untimed: [] };
  const before = new Map(
    [...payouts.values()].flatMap((payout) => payout?.before ?? []).map((each) => [each.id, each]),
  );
  const steps = [
    ...[...before.values()].map((payout) => returnedStep(payout, style)),
    ...sharesOf(payoutParts(charge), payouts).flatMap(({ payout, amount }) =>
      payout === null ? [] : payoutStep(payout, amount, nowSeconds, style),
    ),
  ];
  return {
    timed: steps.filter(({ at }) => at !== null),
    untimed: steps.filter(({ at }) => at === null),
  };
}

/** Where a part of the money is, in a sentence; null of a payout that failed, or in a new status. */
function shareText(
  { payout, amount }: Share,
  isAll: boolean,
  nowSeconds: number,
  style: HistoryStyle,
): string | null {
  const { arrival } = style.texts.history;
  const isOff = amount.minor < 0;
  const shown = formatMoney(isOff ? negate(amount) : amount, style.locale);
  if (payout === null) return isOff ? arrival.offLater(shown) : arrival.waits(shown);
  const day = utcDayText(payout.arrivalOn * 1_000, style);
  const what = isAll ? null : shown;
  switch (payout.status) {
    case 'pending':
    case 'in_transit':
      if (isOff) return arrival.off(shown, day);
      return (payout.arrivalOn + DAY_SECONDS <= nowSeconds ? arrival.was : arrival.ahead)(
        what,
        day,
      );
    case 'paid':
      return isOff ? arrival.off(shown, day) : arrival.there(what, day);
    default:
      return null;
  }
}

/**
 * When the money of a payment is in the bank, as far as that is known, and what was taken off later payouts; null where
 * it brings none.
 */
export function arrivalText(
  charge: Charge,
  { payouts, nowSeconds }: { readonly payouts: HistoryPayouts; readonly nowSeconds: number },
  style: HistoryStyle,
): string | null {
  const { balanceTransaction: settled } = charge;
  if (settled === null || settled.netMinor <= 0 || !isCapturedPayment(charge)) return null;
  const { arrival } = style.texts.history;
  // Stripe gives both days at midnight UTC.
  const availableOn = utcDayText(settled.availableOn * 1_000, style);
  if (settled.availableOn > nowSeconds) return arrival.balanceOn(availableOn);
  if (payouts === 'unknown') return arrival.noPayout(availableOn);
  if (typeof payouts === 'string') return arrival.balanceSince(availableOn);
  const parts = payoutParts(charge);
  const shares = sharesOf(parts, payouts);
  const isAll = shares.length === 1 && laterParts(charge).length === 0;
  const isKnown = parts.every(({ id }) => payouts.has(id));
  if (isAll && !isKnown) return null;
  const sentences = shares.map((share) => shareText(share, isAll, nowSeconds, style));
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length === 0 ? null : said.join(' ');
}

/** Null where the steps say it. */
export function payoutNote(payouts: HistoryPayouts, { texts }: HistoryStyle): string | null {
  const { notItemized, noPermission } = texts.history.payouts;
  if (payouts === 'not-itemized') return notItemized;
  return payouts === 'no-permission' ? noPermission : null;
}
