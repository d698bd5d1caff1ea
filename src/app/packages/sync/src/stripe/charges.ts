import type {
  BalanceTransaction,
  Charge,
  Dispute,
  HubSpotPayment,
  Money,
  PaymentFailure,
  PaymentMethod,
  Refund,
} from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { WrongAnswerError } from '../http/answer.ts';
import { knownCurrency, wholeNumber } from './checked-values.ts';
import { attemptsOfIntent } from './intent-attempts.ts';
import type { SeenCustomers } from './customers.ts';
import { withCustomers } from './customers.ts';
import { inList, PAGE_SIZE } from './lists.ts';
import type { OtherKeys, StripeApi } from './metadata.ts';
import { claimsIn, idOf } from './metadata.ts';

/** What every read of charges asks for: four levels is all that Stripe allows, so lists start at the charge. */
export const CHARGE_EXPANSIONS = [
  'balance_transaction',
  'failure_balance_transaction',
  'payment_intent',
  'refunds.data.balance_transaction',
  'refunds.data.failure_balance_transaction',
] as const;

/** An id where an object was asked for: an expansion is missing, and a ledger made of it would be wrong. */
class NotExpandedError extends Error {
  override readonly name = 'NotExpandedError';
  constructor(id: string) {
    super(`${id} was not expanded.`);
  }
}

function expanded<T extends object>(value: string | T | null | undefined): T | null {
  if (typeof value === 'string') throw new NotExpandedError(value);
  return value ?? null;
}

export function mapBalanceTransaction(transaction: Stripe.BalanceTransaction): BalanceTransaction {
  const { id, created, amount, fee, net, currency, fee_details: feeDetails } = transaction;
  return {
    id,
    created,
    reportingCategory: transaction.reporting_category,
    amountMinor: amount,
    feeMinor: fee,
    netMinor: net,
    currency: knownCurrency(id, currency),
    feeDetails: feeDetails.map((detail) => ({
      type: detail.type,
      amountMinor: wholeNumber(id, 'fee_details.amount', detail.amount),
    })),
    exchangeRate: transaction.exchange_rate,
    availableOn: transaction.available_on,
  };
}

function mapOptionalTransaction(
  value: string | Stripe.BalanceTransaction | null | undefined,
): BalanceTransaction | null {
  const transaction = expanded(value);
  return transaction === null ? null : mapBalanceTransaction(transaction);
}

export function mapRefund(refund: Stripe.Refund): Refund {
  return {
    id: refund.id,
    created: refund.created,
    reason: refund.reason,
    failureReason: refund.failure_reason ?? null,
    amountMinor: refund.amount,
    currency: knownCurrency(refund.id, refund.currency),
    status: refund.status,
    balanceTransaction: mapOptionalTransaction(refund.balance_transaction),
    failureBalanceTransaction: mapOptionalTransaction(refund.failure_balance_transaction),
  };
}

export function mapDispute(dispute: Stripe.Dispute): Dispute {
  return {
    id: dispute.id,
    created: dispute.created,
    amountMinor: dispute.amount,
    currency: knownCurrency(dispute.id, dispute.currency),
    status: dispute.status,
    reason: dispute.reason,
    evidenceDueBy: dispute.evidence_details.due_by,
    balanceTransactions: dispute.balance_transactions.map(mapBalanceTransaction),
  };
}

function mapMethod(details: Stripe.Charge.PaymentMethodDetails | null): PaymentMethod {
  if (details === null) return { type: 'unknown', brand: null, last4: null };
  const { type, card, us_bank_account: bank, sepa_debit: sepa } = details;
  return {
    type,
    brand: card?.brand ?? bank?.bank_name ?? null,
    last4: card?.last4 ?? bank?.last4 ?? sepa?.last4 ?? null,
  };
}

function countryOf(details: Stripe.Charge.PaymentMethodDetails | null): string | null {
  const { card, card_present: present, sepa_debit: sepa } = details ?? {};
  return card?.country ?? present?.country ?? sepa?.country ?? null;
}

function mapFailure(charge: Stripe.Charge): PaymentFailure | null {
  if (charge.status !== 'failed') return null;
  return {
    code: charge.failure_code,
    reason: charge.outcome?.reason ?? null,
    message: charge.failure_message,
  };
}

function mapCustomerPaid({ id, presentment_details: details }: Stripe.Charge): Money | null {
  if (details === undefined) return null;
  const { presentment_amount: amount, presentment_currency: currency } = details;
  return money(wholeNumber(id, 'presentment_amount', amount), knownCurrency(id, currency));
}

/** A destination charge sends on an amount, or all of it less the platform's fee. */
function passedOnMinor(charge: Stripe.Charge): number | null {
  const { id, transfer_data: transfer, application_fee_amount: fee } = charge;
  if (!transfer) return null;
  const sent = transfer.amount ?? charge.amount_captured - (fee ?? 0);
  return wholeNumber(id, 'transfer_data.amount', sent);
}

/**
 * HubSpot's own Stripe connection writes both keys, and no deal. Its payment record is read apart.
 */
function mapHubSpotPayment(metadata: Stripe.Metadata): HubSpotPayment | null {
  const { portalID: portalId, hs_pmguid: guid } = metadata;
  const isMarked = /^\d+$/.test(portalId ?? '') && guid !== undefined && guid !== '';
  return isMarked ? { guid, record: 'untied' } : null;
}

/** A charge read with `CHARGE_EXPANSIONS`, without its disputes, which a charge does not carry. */
export function mapCharge(charge: Stripe.Charge, otherKeys: OtherKeys): Charge {
  const intent = expanded(charge.payment_intent);
  return {
    id: charge.id,
    paymentIntentId: idOf(charge.payment_intent),
    paymentIntentStatus: intent?.status ?? null,
    isCapturedLater: intent?.capture_method === 'manual',
    customerId: idOf(charge.customer),
    billing: { name: charge.billing_details.name, email: charge.billing_details.email },
    country: countryOf(charge.payment_method_details),
    receiptUrl: charge.receipt_url,
    created: charge.created,
    livemode: charge.livemode,
    status: charge.status,
    captured: charge.captured,
    amountMinor: charge.amount,
    amountCapturedMinor: charge.amount_captured,
    captureBefore: charge.payment_method_details?.card?.capture_before ?? null,
    currency: knownCurrency(charge.id, charge.currency),
    passedOnMinor: passedOnMinor(charge),
    description: charge.description,
    method: mapMethod(charge.payment_method_details),
    failure: mapFailure(charge),
    recordClaims: [
      ...claimsIn(charge.metadata, otherKeys),
      ...claimsIn(intent?.metadata, otherKeys),
    ],
    balanceTransaction: mapOptionalTransaction(charge.balance_transaction),
    furtherBalanceTransactions: [],
    failureBalanceTransaction: mapOptionalTransaction(charge.failure_balance_transaction),
    refunds: (charge.refunds?.data ?? []).map(mapRefund),
    amountRefundedMinor: charge.amount_refunded,
    hasMoreRefunds: charge.refunds?.has_more === true,
    isDisputed: charge.disputed,
    disputes: [],
    customerPaid: mapCustomerPaid(charge),
    unappliedMinor: 0,
    hubSpotPayment: mapHubSpotPayment({ ...intent?.metadata, ...charge.metadata }),
  };
}

type ChargeFilter = Pick<Stripe.ChargeListParams, 'customer' | 'payment_intent' | 'starting_after'>;

/**
 * Hands over the charges of a list even where a later page fails: a read cut short keeps what it has.
 * @param hasRoom asked before each page but the first.
 * @param seen takes the customers, where they are wanted.
 * @returns the last one read, where there are more; else null.
 */
export async function readCharges(
  { charges, otherKeys }: StripeApi,
  filter: ChargeFilter,
  onRead: (charges: readonly Charge[]) => void,
  hasRoom = (): boolean => true,
  seen?: SeenCustomers,
): Promise<string | null> {
  const read = new Map<string, Charge>();
  try {
    for (let after = filter.starting_after; ;) {
      const from = after === undefined ? {} : { starting_after: after };
      const page = (more: readonly string[]) =>
        charges.list({
          ...filter,
          ...from,
          limit: PAGE_SIZE,
          expand: [...inList(CHARGE_EXPANSIONS), ...more],
        });
      const { data, has_more: hasMore } = await (seen === undefined
        ? page([])
        : withCustomers(seen, page));
      for (const charge of data) {
        if (read.has(charge.id)) throw new WrongAnswerError('A list has an object on two pages.');
        read.set(charge.id, mapCharge(charge, otherKeys));
      }
      after = data.at(-1)?.id;
      if (!hasMore || after === undefined) return null;
      if (!hasRoom()) return after;
    }
  } finally {
    onRead([...read.values()]);
  }
}

/** A charge (`ch_`, `py_`) or all attempts of a PaymentIntent (`pi_`), one that made no charge too. */
export async function chargesOfPayment(
  stripe: StripeApi,
  paymentId: string,
): Promise<readonly Charge[]> {
  if (!paymentId.startsWith('pi_')) {
    const expand = [...CHARGE_EXPANSIONS];
    return [mapCharge(await stripe.charges.retrieve(paymentId, { expand }), stripe.otherKeys)];
  }
  let found: readonly Charge[] = [];
  await readCharges(stripe, { payment_intent: paymentId }, (charges) => {
    found = charges;
  });
  return found.length > 0 ? found : attemptsOfIntent(stripe, paymentId);
}
