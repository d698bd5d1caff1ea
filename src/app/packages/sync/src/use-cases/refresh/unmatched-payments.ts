import type { Charge, RecordClaims, StripeObjects } from '@stripe-payments/core';
import { isEvident, relationsOf } from '@stripe-payments/core';
import type { PaymentSource, Ports } from '../../ports.ts';
import type { ClaimIndex } from '../collect/claim-index.ts';
import { createReading } from '../collect/reading.ts';
import type { Step } from '../collect/steps.ts';
import { documentSteps } from '../collect/steps.ts';
import { saveUnmatched } from '../payment-records/save-records.ts';
import { touchedPayments } from './touched-payouts.ts';
import { isGone } from '../collect/recent-steps.ts';
import { touchedRecords } from './touched-records.ts';

/** Payments for which none of the records has evidence, by the documents that were read. */
function unmatchedIn(
  charges: readonly Charge[],
  objects: StripeObjects,
  having: readonly RecordClaims[],
): readonly Charge[] {
  const relations = relationsOf(objects);
  return charges.filter((charge) => !isEvident(charge, relations, having));
}

/** @throws {SyncError} where something could not be read: the payment may be a record's. */
async function withDocuments(
  stripe: PaymentSource,
  charges: readonly Charge[],
  objects: StripeObjects,
): Promise<StripeObjects> {
  const reading = createReading(stripe, { follow: () => [] });
  await reading.run(
    charges.flatMap(({ customerId, paymentIntentId }): readonly Step[] => {
      if (customerId !== null) return documentSteps(customerId);
      return paymentIntentId === null
        ? []
        : [{ kind: 'checkouts-of-payment', id: paymentIntentId }];
    }),
  );
  const { objects: read, failures } = reading.result();
  const failure = failures.find((each) => !isGone(each));
  if (failure !== undefined) throw failure;
  return {
    charges,
    customers: [...objects.customers, ...read.customers],
    invoices: [...objects.invoices, ...read.invoices],
    subscriptions: [...objects.subscriptions, ...read.subscriptions],
    checkouts: [...objects.checkouts, ...read.checkouts],
  };
}

/**
 * Makes and changes the records of touched payments that nothing ties to a record. Of one that has no record yet,
 * all of its documents are read first: a sync has to read them too before it counts.
 * @param touched with the objects, and the records that can have them.
 */
export async function saveUnmatchedOf(
  ports: Ports,
  {
    objects,
    having,
  }: { readonly objects: StripeObjects; readonly having: readonly RecordClaims[] },
  index: ClaimIndex,
  asOfMs: number,
): Promise<void> {
  const loose = unmatchedIn(objects.charges, objects, having);
  if (loose.length === 0) return;
  const ids = loose.map(({ id }) => id);
  const known = await ports.paymentRecords.ofCharges(ids, []);
  if (known === null) return;
  const fresh = loose.filter(({ id }) => !known.has(id));
  const documented =
    fresh.length === 0 ? objects : await withDocuments(ports.stripe, fresh, objects);
  const around =
    fresh.length === 0
      ? []
      : (await touchedRecords(ports, touchedPayments([]), documented, index)).having;
  const unmatched = [
    ...loose.filter(({ id }) => known.has(id)),
    ...unmatchedIn(fresh, documented, around),
  ];
  await saveUnmatched(ports, unmatched, { objects: documented, asOfMs });
}
