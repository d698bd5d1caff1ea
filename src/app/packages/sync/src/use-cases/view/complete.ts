import type { Attribution, Charge, Placed } from '@stripe-payments/core';
import type { PaymentSource } from '../../ports.ts';
import { asSyncError, type SyncError } from '../../sync-error.ts';

/** Shown on the record, whether it counts or waits for a person. */
const isShown = ({ placement: { status } }: Placed<Charge>): boolean =>
  status === 'counted' || status === 'candidate' || status === 'ambiguous';

/**
 * Brings what a list of charges leaves out. Without its disputes a charge's net would be too high, so a
 * failure here is a problem, never silence.
 */
export async function completeCharges(
  stripe: PaymentSource,
  attribution: Attribution,
): Promise<{ readonly attribution: Attribution; readonly failures: readonly SyncError[] }> {
  const failures: SyncError[] = [];
  const charges = await Promise.all(
    attribution.charges.map(async (placed) => {
      if (!isShown(placed)) return placed;
      try {
        return { ...placed, item: await stripe.completed(placed.item) };
      } catch (error) {
        failures.push(asSyncError(error));
        return placed;
      }
    }),
  );
  return { attribution: { ...attribution, charges }, failures };
}
