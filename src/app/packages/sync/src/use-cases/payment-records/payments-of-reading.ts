import type { Continuation, RecordView } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { progressIn, tokenOf } from '../collect/token.ts';
import type { RecordReading } from '../read-record.ts';
import type { PaymentsToSave } from './save-payments.ts';
import { paymentsToSave } from './save-payments.ts';

/** The payment records of a reading. Which of them the record has now is asked while Stripe is read. */
export function withPayments(
  ports: Ports,
  record: RecordRef,
  continuation: Continuation | undefined,
): (reading: RecordReading) => PaymentsToSave {
  const tied = ports.paymentRecords.tiedTo(record);
  // Awaited by what writes them, if it comes to that.
  tied.catch(() => undefined);
  const before =
    continuation === undefined
      ? undefined
      : progressIn(ports, record, continuation).writtenPayments;
  return ({ payments, view: { mode, asOfMs, continuation: next } }) =>
    paymentsToSave(ports, record, tied, {
      payments,
      mode,
      asOfMs,
      isLast: next === null,
      hasBefore: continuation !== undefined,
      before,
    });
}

/** Writes the payment records of a part; the figures follow with the last one. */
export async function savePart(
  ports: Ports,
  record: RecordRef,
  view: RecordView,
  continuation: Continuation,
  payments: PaymentsToSave,
): Promise<RecordView> {
  const written = payments.progress(await payments.write());
  if (written === undefined) return view;
  const progress = { ...progressIn(ports, record, continuation), writtenPayments: written };
  return { ...view, continuation: tokenOf(ports, record, progress) };
}
