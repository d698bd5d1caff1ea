import type { ErrorCode } from '@stripe-payments/core';
import type { Ports, TouchedObjects, TouchedPayout } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import type { TouchedAt } from './touched-queue.ts';

/** A payout that a person sent is not itemized; of the others the key may not read what is in them. */
const TELLS_NOTHING: ReadonlySet<ErrorCode> = new Set([
  'stripe-refused',
  'stripe-permission',
  'wrong-mode',
]);

interface PaidOut {
  /** Charges, each of which is a payment of its own. */
  readonly chargeIds: readonly string[];
  /** Payouts that failed or were canceled, whose money this one has. */
  readonly returned: readonly TouchedPayout[];
  readonly rest: TouchedPayout | null;
}

const NOTHING: PaidOut = { chargeIds: [], returned: [], rest: null };

/**
 * The payments of one page of a payout, and where the next one begins.
 * @throws {SyncError} where it could not be read.
 */
export async function paidOutIn(
  { stripe }: Pick<Ports, 'stripe'>,
  { id, after }: TouchedPayout,
): Promise<PaidOut> {
  try {
    const { transactions, next } = await stripe.itemizedPayout(id, after ?? undefined);
    const chargeIds = transactions.flatMap(({ chargeId }) => chargeId ?? []);
    const returned = transactions.flatMap(({ returnedPayoutId }) =>
      returnedPayoutId === null ? [] : [{ id: returnedPayoutId, after: null }],
    );
    return { chargeIds, returned, rest: next === null ? null : { id, after: next } };
  } catch (error) {
    if (error instanceof SyncError && TELLS_NOTHING.has(error.code)) {
      return NOTHING;
    }
    throw error;
  }
}

export const touchedPayments = (paymentIds: readonly string[]): TouchedObjects => ({
  customerIds: [],
  paymentIds,
  documentIds: [],
  addresses: [],
  claims: [],
});

/** Payments that changed at one moment, each of which is resolved by itself. */
export const touchedAt = (
  changedAtMs: number,
  paymentIds: readonly string[],
): readonly TouchedAt[] =>
  paymentIds.map((id) => ({ changedAtMs, touched: touchedPayments([id]) }));

/**
 * The queue with the first of its payouts as the payments of one of its pages: a payout of thousands goes on
 * in the next call.
 * @param done of payouts that were begun: their older events say nothing more. The queue begins with the newest.
 */
export async function expandPayout(
  ports: Pick<Ports, 'stripe'>,
  queue: readonly TouchedAt[],
  done: readonly string[],
): Promise<{ readonly queue: readonly TouchedAt[]; readonly done: readonly string[] }> {
  const [first, ...others] = queue;
  const [payout, ...morePayouts] = first?.touched.payouts ?? [];
  if (first === undefined || payout === undefined) return { queue, done };
  const { changedAtMs, touched } = first;
  const isBegun = payout.after === null && done.includes(payout.id);
  const { chargeIds, returned, rest } = isBegun ? NOTHING : await paidOutIn(ports, payout);
  const left = [...(rest === null ? [] : [rest]), ...returned, ...morePayouts];
  return {
    queue: [
      ...touchedAt(changedAtMs, chargeIds),
      { changedAtMs, touched: { ...touched, payouts: left } },
      ...others,
    ],
    done: [...new Set([...done, payout.id])],
  };
}
