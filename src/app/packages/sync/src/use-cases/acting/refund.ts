import type {
  ActedRecord,
  AskedChange,
  BillingDone,
  BillingPrepared,
  Charge,
  Confirmed,
  ErrorCode,
  Money,
  RefundRefusal,
} from '@stripe-payments/core';
import {
  actionContent,
  actionMetadata,
  dashboardUrl,
  fromDecimal,
  idempotencyKey,
  keptFee,
  money,
  refundableOf,
  refundRefusal,
  subtract,
} from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import { checkTicket, readCharge } from '../get-payment.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ActingPorts, StoredRefund } from './acting-ports.ts';
import type { Approval } from './confirmed.ts';
import {
  checkDigest,
  clearConfirmation,
  confirmationAsked,
  consentTo,
  digestOf,
  doneOnce,
  editsOfConfirmation,
} from './confirmed.ts';
import { readActedRecord } from './acted-record.ts';
import type { Acted } from './timeline.ts';

type AskedRefund = Extract<AskedChange, { readonly kind: 'refund' }>;

const REFUSALS: Readonly<Record<RefundRefusal, ErrorCode>> = {
  'not-captured': 'payment-not-captured',
  disputed: 'payment-disputed',
  'passed-on': 'payment-passed-on',
  'nothing-left': 'nothing-to-refund',
  'too-large': 'refund-too-large',
  'no-amount': 'amount-invalid',
};

/** @throws {SyncError} `amount-invalid` for text that is no amount of the currency. */
function amountAsked({ amount }: AskedRefund, { currency }: Charge): Money | null {
  if (amount === null) return null;
  const asked = fromDecimal(amount, currency);
  if (asked === undefined) throw new SyncError('amount-invalid');
  return asked;
}

/** The payment with all that happened to it. @throws {SyncError} `payment-list-expired` for another record's. */
async function readPayment(
  ports: ActingPorts,
  viewed: ViewedRecord,
  asked: AskedRefund,
): Promise<Charge> {
  checkTicket(ports, viewed, asked, { isCounted: true });
  const charge = await readCharge(ports, asked.paymentId);
  const whole = await ports.stripe.completed(charge);
  if (whole.hasMoreRefunds) throw new SyncError('stripe-wrong-answer');
  return whole;
}

interface PlannedRefund {
  readonly amount: Money;
  readonly content: string;
  readonly confirmed: Confirmed;
}

/** @throws {SyncError} where the amount cannot be refunded. */
function planned(record: ActedRecord, charge: Charge, asked: AskedRefund): PlannedRefund {
  const wanted = amountAsked(asked, charge);
  const refusal = refundRefusal(charge, wanted);
  if (refusal !== undefined) throw new SyncError(REFUSALS[refusal]);
  const { rest } = refundableOf(charge);
  const amount = wanted ?? rest;
  // The rest is in it: after a refund, the same amount again is another action.
  const content = actionContent(record, 'refund', {
    chargeId: charge.id,
    amountMinor: amount.minor,
    currency: amount.currency,
    reason: asked.reason,
    restMinor: rest.minor,
  });
  return { amount, content, confirmed: { action: 'REFUND', amount, content } };
}

/** What a refund would do, in figures. Nothing is written. @throws {SyncError} where it would be refused. */
export async function prepareRefund(
  ports: ActingPorts,
  viewed: ViewedRecord,
  asked: AskedRefund,
): Promise<BillingPrepared> {
  const [{ acted }, charge] = await Promise.all([
    readActedRecord(ports, viewed),
    readPayment(ports, viewed, asked),
  ]);
  const { amount, content, confirmed } = planned(acted, charge, asked);
  const before = refundableOf(charge);
  return {
    step: 'prepared',
    preview: {
      kind: 'refund',
      paymentId: charge.id,
      amount,
      before,
      restAfter: subtract(before.rest, amount),
      kept: keptFee(charge, amount, Math.floor(ports.clock.nowMs() / 1_000)),
      reason: asked.reason,
      customer: charge.billing,
    },
    digest: digestOf(ports, content),
    confirmation: confirmationAsked(ports, confirmed),
  };
}

type RefundDone = Omit<BillingDone, 'line'>;

function actedBy(
  ports: ActingPorts,
  refund: StoredRefund,
  charge: Charge,
  isExisting: boolean,
): Acted<RefundDone> {
  const amount = money(refund.amountMinor, refund.currency);
  const { userId, id: refundId, status, failureReason } = refund;
  return {
    done: {
      step: 'done',
      outcome: { kind: 'refund', refundId, amount, status, failureReason },
      isExisting,
      userId,
      isSyncNeeded: true,
    },
    deed: {
      kind: 'refund',
      amount,
      number: null,
      userId,
      url: dashboardUrl(
        { mode: ports.stripe.mode, accountId: null },
        'payments',
        charge.paymentIntentId ?? charge.id,
      ),
      key: `refund ${refundId}`,
    },
  };
}

/**
 * Refunds what a user has confirmed in HubSpot, once: the same confirmation again is answered with the refund
 * that it made.
 * @throws {SyncError} where nothing is refunded, and why; `action-unconfirmed` where that is not known.
 */
export async function confirmRefund(
  ports: ActingPorts,
  viewed: ViewedRecord,
  asked: AskedRefund,
  approval: Approval,
): Promise<Acted<RefundDone>> {
  const [{ acted, confirmationValue: value }, charge, edits] = await Promise.all([
    readActedRecord(ports, viewed),
    readPayment(ports, viewed, asked),
    editsOfConfirmation(ports, viewed),
  ]);
  const findMade = async (): Promise<StoredRefund | undefined> => {
    const refunds = await ports.reads.refundsOf(charge.id);
    return refunds.find(({ confirmation }) => confirmation === approval.confirmation);
  };
  const made = approval.confirmation === undefined ? undefined : await findMade();
  if (made !== undefined) {
    await clearConfirmation(ports, viewed, value, approval);
    return actedBy(ports, made, charge, true);
  }
  const { amount, content, confirmed } = planned(acted, charge, asked);
  checkDigest(ports, content, approval);
  const { userId, text } = consentTo(ports, confirmed, approval, { edits, value });
  const refund = await doneOnce(
    () =>
      ports.writes.refund({
        chargeId: charge.id,
        amountMinor: amount.minor,
        reason: asked.reason,
        metadata: actionMetadata(acted, { userId, confirmation: text }),
        key: idempotencyKey(ports.sign(`${content} ${text}`), 'refund'),
      }),
    findMade,
  );
  await clearConfirmation(ports, viewed, value, approval);
  return actedBy(ports, refund, charge, false);
}
