import type { Charge } from '../payment/charge.ts';
import type { Invoice } from '../payment/invoice.ts';
import { statusOfCharge } from './charge-status.ts';

/**
 * What became of an invoice. `processing`: open, and money for it is on its way.
 * `past_due`: open after its due date, or after an attempt that failed.
 */
export type InvoiceStatus =
  'draft' | 'open' | 'processing' | 'past_due' | 'paid' | 'void' | 'uncollectible' | 'unknown';

function latestOf(attempts: readonly Charge[]): Charge | undefined {
  return attempts.reduce<Charge | undefined>(
    (latest, each) => (latest === undefined || each.created >= latest.created ? each : latest),
    undefined,
  );
}

/**
 * `attempt_count` says that there was an attempt, never that it failed: a debit can be on its way for days.
 * Only the latest payment of the invoice tells.
 */
function statusOfOpen(
  { dueDate, attemptCount }: Invoice,
  attempts: readonly Charge[],
  nowSeconds: number,
): InvoiceStatus {
  if (dueDate !== null && dueDate < nowSeconds) return 'past_due';
  const latest = latestOf(attempts);
  const attempt = latest === undefined ? 'none' : statusOfCharge(latest);
  if (attempt === 'processing') return 'processing';
  if (attempt === 'waiting') return 'open';
  return dueDate === null && attemptCount > 0 ? 'past_due' : 'open';
}

/**
 * @param attempts the payments that paid the invoice, or tried to.
 * @param nowSeconds seconds since the epoch.
 */
export function statusOfInvoice(
  invoice: Invoice,
  attempts: readonly Charge[],
  nowSeconds: number,
): InvoiceStatus {
  switch (invoice.status) {
    case 'open':
      return statusOfOpen(invoice, attempts, nowSeconds);
    case 'draft':
    case 'paid':
    case 'void':
    case 'uncollectible':
      return invoice.status;
    default:
      return 'unknown';
  }
}

/** True where something of it is still to be paid. */
export const isOpenStatus = (status: InvoiceStatus): boolean =>
  status === 'open' || status === 'processing' || status === 'past_due';
