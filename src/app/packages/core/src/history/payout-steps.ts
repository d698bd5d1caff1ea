import { isCapturedPayment } from '../ledger/captures.ts';
import type { Charge } from '../payment/charge.ts';
import type { Payout } from '../payment/payout.ts';
import { utcDayText } from '../presentation/presentation.ts';
import { brief, isolated } from '../untrusted/sentence.ts';
import type { HistoryStyle, Step } from './step.ts';

/** The payouts that a payment is in, or why they are not known. */
export type HistoryPayouts = readonly Payout[] | 'no-permission' | 'not-itemized' | 'unknown';

const MAX_REASON = 200;

const DAY_SECONDS = 86_400;

function payoutStep(payout: Payout, nowSeconds: number, { texts }: HistoryStyle): Step {
  const { arriving, arrivalWas, arrived, failed, canceled, other } = texts.history.payouts;
  const { status, arrivalOn, failureMessage } = payout;
  const id = isolated(payout.id);
  switch (status) {
    case 'pending':
    case 'in_transit':
      return {
        at: arrivalOn,
        isUtcDay: true,
        text: (arrivalOn + DAY_SECONDS <= nowSeconds ? arrivalWas : arriving)(id),
      };
    case 'paid':
      return { at: arrivalOn, isUtcDay: true, text: arrived(id) };
    case 'failed':
      return { at: null, text: failed(id, failureMessage && brief(failureMessage, MAX_REASON)) };
    case 'canceled':
      return { at: null, text: canceled(id) };
    default:
      return { at: null, text: other(id, isolated(status)) };
  }
}

/** From the balance to the bank. Those without a time are the last to say. */
export function payoutSteps(
  payouts: HistoryPayouts,
  nowSeconds: number,
  style: HistoryStyle,
): { readonly timed: readonly Step[]; readonly untimed: readonly Step[] } {
  if (typeof payouts === 'string') return { timed: [], untimed: [] };
  const steps = payouts.map((payout) => payoutStep(payout, nowSeconds, style));
  return {
    timed: steps.filter(({ at }) => at !== null),
    untimed: steps.filter(({ at }) => at === null),
  };
}

/** The last day of payouts that bring money, and whether all of them have; null where one says neither. */
function daysOf(payouts: readonly Payout[]): { on: number; isThere: boolean } | null {
  const bringing = payouts.filter(({ status }) => status !== 'failed' && status !== 'canceled');
  const isKnown = bringing.every(({ status }) => MOVING.has(status));
  if (bringing.length === 0 || !isKnown) return null;
  return {
    on: Math.max(...bringing.map(({ arrivalOn }) => arrivalOn)),
    isThere: bringing.every(({ status }) => status === 'paid'),
  };
}

const MOVING: ReadonlySet<string> = new Set(['pending', 'in_transit', 'paid']);

/** When the money of a payment is in the bank, as far as that is known; null where it brings none. */
export function arrivalText(
  charge: Charge,
  { payouts, nowSeconds }: { readonly payouts: HistoryPayouts; readonly nowSeconds: number },
  style: HistoryStyle,
): string | null {
  const { balanceTransaction: settled, furtherBalanceTransactions: further } = charge;
  if (settled === null || settled.netMinor <= 0 || further.length > 0) return null;
  if (!isCapturedPayment(charge)) return null;
  const { arrival } = style.texts.history;
  // Stripe gives both days at midnight UTC.
  const dayOn = (seconds: number): string => utcDayText(seconds * 1_000, style);
  if (settled.availableOn > nowSeconds) return arrival.balanceOn(dayOn(settled.availableOn));
  if (payouts === 'unknown') return arrival.noPayout(dayOn(settled.availableOn));
  if (typeof payouts === 'string') return arrival.balanceSince(dayOn(settled.availableOn));
  const days = daysOf(payouts);
  if (days === null) return null;
  if (days.isThere) return arrival.there(dayOn(days.on));
  return (days.on + DAY_SECONDS <= nowSeconds ? arrival.was : arrival.ahead)(dayOn(days.on));
}

/** Null where the steps say it. */
export function payoutNote(payouts: HistoryPayouts, { texts }: HistoryStyle): string | null {
  const { notItemized, noPermission } = texts.history.payouts;
  if (payouts === 'not-itemized') return notItemized;
  return payouts === 'no-permission' ? noPermission : null;
}
