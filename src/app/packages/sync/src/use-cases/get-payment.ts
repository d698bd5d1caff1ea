import type {
  Charge,
  Failure,
  GetPaymentParameters,
  HistoryPayouts,
  PaymentHistory,
  PaymentRow,
  RecordView,
} from '@stripe-payments/core';
import {
  epochMsFromText,
  historyTextsIn,
  isCapturedPayment,
  isCompleteCharge,
  isInPayouts,
  paymentHistory,
} from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import { asSyncError, SyncError } from '../sync-error.ts';
import type { ViewedRecord } from './viewed-record.ts';

/** A payment can have been moved to another record since. After this, the record is read again. */
const VALID_MS = 60 * 60_000;

/** That a record showed a payment, and until when that is believed. */
interface Ticket {
  readonly kind: 'payment';
  readonly objectType: string;
  readonly recordId: string;
  /** Two records of different types can share an id: this tells them apart without a call. */
  readonly recordCreatedMs: number | null;
  readonly mode: string;
  readonly paymentId: string;
  readonly expiresAtMs: number;
  /** True where it counts there: a candidate can be opened, and nothing is done with it. */
  readonly isCounted: boolean;
}

type Shown = Omit<Ticket, 'expiresAtMs' | 'isCounted'>;

/** What tickets are made and checked with. */
type TicketPorts = Pick<Ports, 'clock' | 'seal'> & {
  readonly stripe: Pick<Ports['stripe'], 'mode'>;
};

const shownOn = (
  { stripe }: TicketPorts,
  { objectType, recordId, createdAt }: ViewedRecord,
  paymentId: string,
): Shown => ({
  kind: 'payment',
  objectType,
  recordId,
  recordCreatedMs: epochMsFromText(createdAt) ?? null,
  mode: stripe.mode,
  paymentId,
});

/** The view with a ticket for each payment that counts on the record, or is a candidate there. */
export function withTickets(ports: Ports, viewed: ViewedRecord, view: RecordView): RecordView {
  const expiresAtMs = ports.clock.nowMs() + VALID_MS;
  const ticketed = (row: PaymentRow, isCounted: boolean): PaymentRow => {
    const ticket: Ticket = { ...shownOn(ports, viewed, row.id), expiresAtMs, isCounted };
    return { ...row, ticket: ports.seal.close(JSON.stringify(ticket)) };
  };
  return {
    ...view,
    payments: view.payments.map((row) => ticketed(row, true)),
    needsReview: view.needsReview.map((row) => ({ ...row, payment: ticketed(row.payment, false) })),
  };
}

/**
 * @param needed `isCounted`: a candidate of the record is not enough.
 * @throws {SyncError} `payment-list-expired`: the same for a payment of another record and for none.
 */
export function checkTicket(
  ports: TicketPorts,
  viewed: ViewedRecord,
  asked: Pick<GetPaymentParameters, 'paymentId' | 'ticket'>,
  needed: Partial<Pick<Ticket, 'isCounted'>> = {},
): void {
  const text = ports.seal.open(asked.ticket);
  // Only this code seals; what else it sealed is no ticket.
  const given = text === undefined ? {} : (JSON.parse(text) as Partial<Ticket>);
  const expected = Object.entries({ ...shownOn(ports, viewed, asked.paymentId), ...needed });
  const isSame = expected.every(([name, value]) => given[name as keyof Ticket] === value);
  const { expiresAtMs = 0 } = given;
  if (!isSame || expiresAtMs < ports.clock.nowMs()) throw new SyncError('payment-list-expired');
}

/** A PaymentIntent without a charge may have one by now. */
export async function readCharge(
  { stripe }: { readonly stripe: Pick<Ports['stripe'], 'chargesOfPayment'> },
  paymentId: string,
): Promise<Charge> {
  try {
    const charges = await stripe.chargesOfPayment(paymentId);
    const charge = charges.find(({ id }) => id === paymentId) ?? charges[0];
    if (charge !== undefined) return charge;
  } catch (error) {
    const failure = asSyncError(error);
    if (failure.code !== 'unknown-payment') throw failure;
  }
  throw new SyncError('payment-list-expired');
}

interface PaymentDetails extends PaymentHistory {
  readonly receiptUrl: string | null;
  /** Why steps may be missing; empty where all was read. */
  readonly problems: readonly Failure[];
}

/** What is not available yet is in no payout. */
async function payoutsIn({ stripe, clock }: Ports, charge: Charge): Promise<HistoryPayouts> {
  const isPaidOut =
    isCapturedPayment(charge) && isInPayouts(charge, Math.floor(clock.nowMs() / 1_000));
  if (!isPaidOut) return 'unknown';
  const found = await stripe.payoutsOfCharge(charge);
  return found.status === 'found' ? found.payouts : found.status;
}

/**
 * One payment that the record showed, read anew, with its history in the reader's words.
 * @throws {SyncError} `payment-list-expired` for any other payment; the read's own codes.
 */
export async function getPayment(
  ports: Ports,
  viewed: ViewedRecord,
  asked: GetPaymentParameters,
): Promise<PaymentDetails> {
  checkTicket(ports, viewed, asked);
  const found = await readCharge(ports, asked.paymentId);
  const problems: Failure[] = [];
  let isComplete = true;
  const completed = ports.stripe.completed(found).catch((error: unknown) => {
    isComplete = false;
    problems.push(asSyncError(error).failure);
    return found;
  });
  const [charge, payouts, hubSpot] = await Promise.all([
    completed,
    // What else moved its money is in payouts too.
    isCompleteCharge(found)
      ? payoutsIn(ports, found)
      : completed.then((all) => payoutsIn(ports, all)),
    ports.hubSpotFigures(found).catch((error: unknown) => {
      problems.push(asSyncError(error).failure);
      return null;
    }),
  ]);
  const { language, locale, timeZone } = asked;
  const facts = {
    nowSeconds: Math.floor(ports.clock.nowMs() / 1_000),
    isComplete,
    payouts,
    hubSpot,
  };
  const style = { locale, timeZone, texts: historyTextsIn(language) };
  return { ...paymentHistory(charge, facts, style), receiptUrl: charge.receiptUrl, problems };
}
