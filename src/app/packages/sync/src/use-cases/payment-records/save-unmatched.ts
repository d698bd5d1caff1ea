import type { Charge, StripeObjects } from '@stripe-payments/core';
import { relationsOf, unmatchedFactsOf } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { asSyncError, isPassing } from '../../sync-error.ts';
import { saveRecords } from './payment-values.ts';

/**
 * Makes and changes the records of payments that nothing ties to a record: a list of these is what waits to be
 * matched. What HubSpot does not take, as an account without room, is left out.
 * @param objects what was read around the charges.
 * @throws {SyncError} what another try may well do.
 */
export async function saveUnmatched(
  ports: Ports,
  charges: readonly Charge[],
  { objects, asOfMs }: { readonly objects: StripeObjects; readonly asOfMs: number },
): Promise<void> {
  const { paymentRecords, stripe } = ports;
  const known = await paymentRecords.ofCharges(
    charges.map(({ id }) => id),
    [],
  );
  if (known === null) return;
  const relations = relationsOf(objects);
  try {
    const completed = await Promise.all(charges.map((charge) => stripe.completed(charge)));
    const payments = completed.flatMap((charge) => unmatchedFactsOf(charge, relations) ?? []);
    await saveRecords(ports, null, { payments, mode: stripe.mode, asOfMs });
  } catch (thrown) {
    const error = asSyncError(thrown);
    if (isPassing(error.code)) throw error;
  }
}
