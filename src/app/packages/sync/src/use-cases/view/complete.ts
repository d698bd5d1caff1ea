import type { MatchedObjects, Charge, Matched } from '@stripe-payments/core';
import type { PaymentSource } from '../../ports.ts';
import { asSyncError, type SyncError } from '../../sync-error.ts';

/** Shown on the record, whether it counts or waits for a person. */
const isShown = ({ match: { status } }: Matched<Charge>): boolean =>
  status === 'counted' || status === 'candidate' || status === 'ambiguous';

/**
 * Brings what a list of charges leaves out. Without its disputes a charge's net would be too high, so a
 * failure here is a problem, never silence.
 */
export async function completeCharges(
  stripe: PaymentSource,
  attribution: MatchedObjects,
): Promise<{ readonly attribution: MatchedObjects; readonly failures: readonly SyncError[] }> {
  const failures: SyncError[] = [];
  const charges = await Promise.all(
    attribution.charges.map(async (matched) => {
      if (!isShown(matched)) return matched;
      try {
        return { ...matched, item: await stripe.completed(matched.item) };
      } catch (error) {
        failures.push(asSyncError(error));
        return matched;
      }
    }),
  );
  return { attribution: { ...attribution, charges }, failures };
}
