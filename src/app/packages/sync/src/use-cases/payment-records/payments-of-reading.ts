import type { Continuation, RecordView, StoredProperties } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { progressIn, tokenOf } from '../collect/token.ts';
import type { RecordReading } from '../read-record.ts';
import type { OpenPayouts } from './payouts-after-sync.ts';
import { openPayouts } from './payouts-after-sync.ts';
import type { PayoutDates } from './payouts-of-reading.ts';
import { payoutsOfReading, storedDates } from './payouts-of-reading.ts';
import type { PaymentsToSave } from './save-payments.ts';
import { paymentsToSave } from './save-payments.ts';

interface PaymentsAndPayouts {
  readonly payments: PaymentsToSave;
  /** As `saveFigures` takes them. */
  readonly payoutDates: PayoutDates | undefined;
  /** What is still to be asked of payouts once the figures are saved; null where nothing is. */
  readonly openPayouts: () => Promise<OpenPayouts | null>;
}

/**
 * The payment records of a reading, and when its money reached the bank. Which of them the record has now is
 * asked while Stripe is read.
 * @param stored `syncProperties` of the record.
 */
export function withPayments(
  ports: Ports,
  record: RecordRef,
  stored: StoredProperties,
  continuation: Continuation | undefined,
): (reading: RecordReading) => Promise<PaymentsAndPayouts> {
  const tied = ports.paymentRecords.tiedTo(record);
  // Awaited by what writes them, if it comes to that.
  tied.catch(() => undefined);
  const before =
    continuation === undefined
      ? undefined
      : progressIn(ports, record, continuation).writtenPayments;
  return async (reading) => {
    const { mode, asOfMs, continuation: next } = reading.view;
    const isWhole = next === null && continuation === undefined;
    const { payments, payoutDates } = await payoutsOfReading(ports, reading, {
      stored,
      isWhole,
      tied,
    });
    const toSave = paymentsToSave(ports, record, tied, {
      payments,
      mode,
      asOfMs,
      isLast: next === null,
      hasBefore: continuation !== undefined,
      before,
    });
    const dates = payoutDates ?? storedDates(stored);
    return {
      payments: toSave,
      payoutDates,
      openPayouts: async () => (isWhole ? openPayouts(ports, reading, dates, tied) : null),
    };
  };
}

/** Writes the payment records of a part; the figures follow with the last one. */
export async function savePart(
  ports: Ports,
  record: RecordRef,
  view: RecordView,
  continuation: Continuation,
  payments: PaymentsToSave,
): Promise<RecordView> {
  const written = payments.progress(await payments.write({ isOvertaken: false }));
  if (written === undefined) return view;
  const progress = { ...progressIn(ports, record, continuation), writtenPayments: written };
  return { ...view, continuation: tokenOf(ports, record, progress) };
}
