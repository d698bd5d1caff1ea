import { billedTotals, mergeBilled, NOTHING_BILLED } from '../billing/billed-totals.ts';
import type { MatchedObjects } from '../matching/match-objects.ts';
import { countedOf } from '../matching/match-objects.ts';
import { EVIDENCE, weakestEvidence } from '../matching/evidence.ts';
import type { Evidence, MatchValue } from '../matching/evidence.ts';
import type { Matched } from '../matching/match.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import { mergeLedgers } from '../ledger/merge-ledgers.ts';
import { isAuthorized, isCapturedPayment } from '../ledger/captures.ts';
import { feeStatusOfCharge } from '../ledger/fee-status.ts';
import type { Charge } from '../payment/charge.ts';
import { mergeRecurring, NOTHING_RECURRING, recurringSummary } from '../mrr/recurring-summary.ts';
import { earlier, later } from '../time/instants.ts';
import type { ChargeStatus } from './charge-status.ts';
import { statusOfCharge } from './charge-status.ts';
import type { DealAmount, Receipts } from './deal-coverage.ts';
import { coverageOf, dealCoverage } from './deal-coverage.ts';
import { disputeSummary, mergeDisputes, NO_DISPUTES } from './dispute-status.ts';
import { dueDates, dueTotals, mergeDue } from './due-totals.ts';
import { latestAttempt, laterAttempt, NO_ATTEMPT } from './latest-attempt.ts';
import { outsideReceipts } from './paid-outside.ts';
import { statusOfRecord } from './record-status.ts';
import type { RecordSummary } from './record-summary.ts';
import { isFreeCheckout, isShownInvoice } from './shown.ts';

/** What a summary is made of; status and match follow from it. */
type Facts = Omit<RecordSummary, 'status' | 'match'>;

const NO_FACTS: Facts = {
  ledger: ledgerOf([], 0),
  billed: NOTHING_BILLED,
  paymentCount: 0,
  firstPaymentOn: null,
  lastPaymentOn: null,
  ...NO_ATTEMPT,
  chargeStatuses: [],
  disputes: NO_DISPUTES,
  hasFailedRefund: false,
  feesPendingCount: 0,
  freeCheckoutCount: 0,
  authorizedUntil: null,
  expectedOn: null,
  dealCoverage: null,
  due: [],
  nextDueOn: null,
  nextAttemptOn: null,
  recurring: NOTHING_RECURRING,
  evidence: [],
  needsReviewCount: 0,
};

/** How what counts was found; what waits for a person says something only where nothing counts. */
function matchOf({ needsReviewCount, evidence }: Facts): MatchValue {
  const used = weakestEvidence(evidence);
  return used === 'none' && needsReviewCount > 0 ? 'ambiguous' : used;
}

function concluded(facts: Facts): RecordSummary {
  const { chargeStatuses, ledger, due, dealCoverage: coverage } = facts;
  const isPastDue = due.some(({ pastDueMinor }) => pastDueMinor > 0);
  const isPaidOutside = due.some(({ outsideMinor }) => outsideMinor > 0);
  const isPartlyPaid =
    coverage?.isPartlyPaid === true || due.some(({ restMinor }) => restMinor > 0);
  const { presentment } = ledger;
  return {
    status: statusOfRecord({
      chargeStatuses,
      presentment,
      isPastDue,
      isPaidOutside,
      isPartlyPaid,
    }),
    match: matchOf(facts),
    ...facts,
  };
}

const distinctStatuses = (statuses: readonly ChargeStatus[]): readonly ChargeStatus[] =>
  [...new Set(statuses)].sort();

const distinctEvidence = (used: readonly Evidence[]): readonly Evidence[] =>
  EVIDENCE.filter((evidence) => used.includes(evidence));

function evidenceOf(matched: readonly Matched<unknown>[]): readonly Evidence[] {
  return distinctEvidence(
    matched.flatMap(({ match }) => (match.status === 'counted' ? [match.reason.evidence] : [])),
  );
}

/** Evidence for everything that a person sees on the record, so that the weakest of it is shown. */
function evidenceUsed(attribution: MatchedObjects): readonly Evidence[] {
  const { charges, subscriptions, invoices, checkouts } = attribution;
  return evidenceOf([
    ...charges,
    ...subscriptions,
    ...invoices.filter(({ item }) => isShownInvoice(item)),
    ...checkouts.filter(({ item }) => isFreeCheckout(item)),
  ]);
}

function paymentDates(
  charges: readonly Charge[],
): Pick<Facts, 'paymentCount' | 'firstPaymentOn' | 'lastPaymentOn'> {
  const times = charges.filter(isCapturedPayment).map(({ created }) => created);
  return {
    paymentCount: times.length,
    firstPaymentOn: times.reduce<number | null>(earlier, null),
    lastPaymentOn: times.reduce<number | null>(later, null),
  };
}

const hasFailedRefund = (charge: Charge): boolean =>
  isCapturedPayment(charge) && charge.refunds.some(({ status }) => status === 'failed');

/** When money that is reserved has to be captured, and when money on its way is there. */
function comingOf(charges: readonly Charge[]): Pick<Facts, 'authorizedUntil' | 'expectedOn'> {
  const expected = charges
    .filter(({ status }) => status === 'pending')
    .map(({ balanceTransaction }) => balanceTransaction?.availableOn ?? null);
  return {
    authorizedUntil: charges
      .filter(isAuthorized)
      .reduce<number | null>((first, { captureBefore }) => earlier(first, captureBefore), null),
    expectedOn: expected.includes(null) ? null : expected.reduce<number | null>(later, null),
  };
}

/**
 * What counts on a record, put together.
 * @param deal what the deal is worth; `no-deal` for other records.
 * @param nowSeconds seconds since the epoch: decides what is past due, which discounts still
 *   run, and when a missing balance transaction never comes.
 * @throws {UnsafeAmountError} where an amount or a sum is not a safe integer.
 */
export function summarize(
  attribution: MatchedObjects,
  nowSeconds: number,
  deal: DealAmount | 'no-deal' = 'no-deal',
): RecordSummary {
  const charges = countedOf(attribution.charges);
  const invoices = countedOf(attribution.invoices);
  const needsReview = attribution.charges.filter(
    ({ match: { status } }) => status === 'candidate' || status === 'ambiguous',
  );
  const billed = billedTotals(charges, attribution.relations, nowSeconds);
  const outside = outsideReceipts(invoices, attribution.relations);
  return concluded({
    ledger: ledgerOf(charges, nowSeconds),
    billed,
    ...paymentDates(charges),
    ...latestAttempt(charges),
    chargeStatuses: distinctStatuses(charges.map(statusOfCharge)),
    disputes: disputeSummary(charges, nowSeconds),
    hasFailedRefund: charges.some(hasFailedRefund),
    feesPendingCount: charges.filter((each) => feeStatusOfCharge(each, nowSeconds) === 'pending')
      .length,
    freeCheckoutCount: countedOf(attribution.checkouts).filter(isFreeCheckout).length,
    ...comingOf(charges),
    dealCoverage: deal === 'no-deal' ? null : dealCoverage(deal, charges, outside, billed.tax),
    due: dueTotals(invoices, attribution.relations, nowSeconds),
    ...dueDates(invoices, attribution.relations, nowSeconds),
    recurring: recurringSummary(countedOf(attribution.subscriptions), nowSeconds),
    evidence: evidenceUsed(attribution),
    needsReviewCount: needsReview.length,
  });
}

/** The summary of nothing, which changes no other that it is merged with. */
export const emptySummary: RecordSummary = concluded(NO_FACTS);

/** When all that is on its way is available; null where that of one part is not known. */
function expectedOnOf(parts: readonly RecordSummary[]): number | null {
  const onTheirWay = parts.filter(({ chargeStatuses }) => chargeStatuses.includes('processing'));
  if (onTheirWay.some(({ expectedOn }) => expectedOn === null)) return null;
  return onTheirWay.reduce<number | null>((last, { expectedOn }) => later(last, expectedOn), null);
}

/**
 * The summary of two sets of objects that share none and of which none belongs to one of the other set:
 * the same as that of both at once.
 * @param deal what came on it in both: one comparison does not follow from two. Null for another record.
 * @throws {UnsafeAmountError} where a sum is not a safe integer.
 */
export function mergeDealSummaries(
  first: RecordSummary,
  second: RecordSummary,
  deal: { readonly amount: DealAmount; readonly receipts: Receipts } | null,
): RecordSummary {
  const billed = mergeBilled(first.billed, second.billed);
  return concluded({
    ledger: mergeLedgers(first.ledger, second.ledger),
    billed,
    paymentCount: first.paymentCount + second.paymentCount,
    firstPaymentOn: earlier(first.firstPaymentOn, second.firstPaymentOn),
    lastPaymentOn: later(first.lastPaymentOn, second.lastPaymentOn),
    ...laterAttempt(first, second),
    chargeStatuses: distinctStatuses([...first.chargeStatuses, ...second.chargeStatuses]),
    disputes: mergeDisputes(first.disputes, second.disputes),
    hasFailedRefund: first.hasFailedRefund || second.hasFailedRefund,
    feesPendingCount: first.feesPendingCount + second.feesPendingCount,
    freeCheckoutCount: first.freeCheckoutCount + second.freeCheckoutCount,
    authorizedUntil: earlier(first.authorizedUntil, second.authorizedUntil),
    expectedOn: expectedOnOf([first, second]),
    dealCoverage: deal === null ? null : coverageOf(deal.amount, deal.receipts, billed.tax),
    due: mergeDue(first.due, second.due),
    nextDueOn: earlier(first.nextDueOn, second.nextDueOn),
    nextAttemptOn: earlier(first.nextAttemptOn, second.nextAttemptOn),
    recurring: mergeRecurring(first.recurring, second.recurring),
    evidence: distinctEvidence([...first.evidence, ...second.evidence]),
    needsReviewCount: first.needsReviewCount + second.needsReviewCount,
  });
}

/** The same for other records. @throws {UnsafeAmountError} where a sum is not a safe integer. */
export const mergeSummaries = (first: RecordSummary, second: RecordSummary): RecordSummary =>
  mergeDealSummaries(first, second, null);
