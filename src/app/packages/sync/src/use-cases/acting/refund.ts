import type {
  ActedRecord,
  AskedChange,
  Charge,
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
import type { ReadRecord } from './acted-record.ts';
import { readActedRecord } from './acted-record.ts';
import type { ChangeDone, ChangeSteps, Plan } from './change-frame.ts';
import { changeSteps, namedPerson } from './change-frame.ts';
import { doneOnce } from './confirmed.ts';
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

interface PlannedRefund extends Plan {
  readonly amount: Money;
}

/** @throws {SyncError} where the amount cannot be refunded. */
function planned(
  record: ActedRecord,
  charge: Charge,
  asked: AskedRefund,
): Omit<PlannedRefund, 'preview'> {
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

interface State {
  readonly read: ReadRecord;
  readonly charge: Charge;
}

/** What a refund would do, in figures. @throws {SyncError} where the amount cannot be refunded. */
function plan(ports: ActingPorts, { read, charge }: State, asked: AskedRefund): PlannedRefund {
  const { amount, content, confirmed } = planned(read.acted, charge, asked);
  const before = refundableOf(charge);
  return {
    amount,
    content,
    confirmed,
    preview: {
      kind: 'refund',
      paymentId: charge.id,
      amount,
      before,
      restAfter: subtract(before.rest, amount),
      kept: keptFee(charge, amount, Math.floor(ports.clock.nowMs() / 1_000)),
      failedBefore: charge.refunds
        .filter(({ status }) => status === 'failed')
        .map(({ amountMinor, currency, failureReason }) => ({
          ...{ amount: money(amountMinor, currency), reason: failureReason },
        })),
      reason: asked.reason,
      customer: charge.billing,
    },
  };
}

function actedBy(
  ports: ActingPorts,
  refund: StoredRefund,
  charge: Charge,
  isExisting: boolean,
): Acted<ChangeDone> {
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

async function madeWith(
  { reads }: ActingPorts,
  { charge }: State,
  text: string | undefined,
): Promise<StoredRefund | undefined> {
  if (text === undefined) return undefined;
  return (await reads.refundsOf(charge.id)).find(({ confirmation }) => confirmation === text);
}

/**
 * Refunds what a user has confirmed in HubSpot, once: the same confirmation again is answered with the refund
 * that it made.
 */
export const refund = (ports: ActingPorts, viewed: ViewedRecord, asked: AskedRefund): ChangeSteps =>
  changeSteps<State, PlannedRefund>(ports, viewed, {
    needsPerson: true,
    read: async () => {
      const [read, charge] = await Promise.all([
        readActedRecord(ports, viewed),
        readPayment(ports, viewed, asked),
      ]);
      return { read, charge };
    },
    doneBefore: async (state, { confirmation }) => {
      const made = await madeWith(ports, state, confirmation);
      return made === undefined ? undefined : actedBy(ports, made, state.charge, true);
    },
    plan: (state) => plan(ports, state, asked),
    act: async (state, { amount, content }, consent) => {
      const { userId, text } = namedPerson(consent);
      const { charge, read } = state;
      const made = await doneOnce(
        () =>
          ports.writes.refund({
            chargeId: charge.id,
            amountMinor: amount.minor,
            reason: asked.reason,
            metadata: actionMetadata(read.acted, { userId, confirmation: text }),
            key: idempotencyKey(ports.sign(`${content} ${text}`), 'refund'),
          }),
        () => madeWith(ports, state, text),
      );
      return { acted: actedBy(ports, made, charge, false), isOver: true };
    },
  });
