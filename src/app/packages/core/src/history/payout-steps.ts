import type { Payout } from '../payment/payout.ts';
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

/** Null where the steps say it. */
export function payoutNote(payouts: HistoryPayouts, { texts }: HistoryStyle): string | null {
  const { notItemized, noPermission } = texts.history.payouts;
  if (payouts === 'not-itemized') return notItemized;
  return payouts === 'no-permission' ? noPermission : null;
}
