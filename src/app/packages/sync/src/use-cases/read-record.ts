import type {
  Charge,
  Continuation,
  DealAmount,
  Failure,
  Matched,
  MatchedObjects,
  PaymentFacts,
  Receipts,
  RecordClaims,
  RecordSummary,
  RecordView,
  RevenueHistory,
  StoredProperties,
} from '@stripe-payments/core';
import {
  fromDecimal,
  matchObjects,
  countedOf,
  declinesOf,
  mergeDealSummaries,
  outsideReceipts,
  paymentFactsOf,
  receiptsOf,
  recordRows,
  summarize,
} from '@stripe-payments/core';
import type { PaymentSource, Ports, RecordRef } from '../ports.ts';
import { asSyncError, firstOf, SyncError } from '../sync-error.ts';
import type { CollectedPart, Rest } from './collect/collect-record.ts';
import { collectRecord } from './collect/collect-record.ts';
import { isDealKey } from './collect/discover.ts';
import { holdsNothing } from './collect/reading.ts';
import { CLAIM_PROPERTIES, claimsOf, rejectedIdTexts } from './collect/record-claims.ts';
import type { Progress } from './collect/token.ts';
import { progressIn, tokenOf } from './collect/token.ts';
import { historyOf, movementOf } from './history-of-reading.ts';
import { MOVED_PAYMENTS } from './moved-payments.ts';
import type { StripeAccountNotes } from './view-details.ts';
import { accountOf, notesOf, withOrigins } from './view-details.ts';
import type { RecordAsRead } from './viewed-record.ts';

// The way of a payment, in this order: read (collectRecord), match (matchObjects of core),
// complete (completeCharges), summarize (of core), view (viewOf), properties (valuesOf).

/** The properties that say which payments are a record's, and what it is worth. */
export function viewProperties({ objectType }: RecordRef): readonly string[] {
  const own = objectType === 'deal' ? ['amount', 'deal_currency_code'] : [];
  return [...CLAIM_PROPERTIES[objectType], ...own];
}

/** A record as it was read, or the part of it that one call may read. */
export interface RecordReading {
  readonly view: RecordView;
  /** Of each payment that counts or waits for a person: those of this part. */
  readonly payments: readonly PaymentFacts[];
}

/**
 * Reads a record's payments from Stripe, as far as one call may, and makes its view.
 * @throws {SyncError} where nothing could be read. A view with `problems` is incomplete, one with a
 * `continuation` goes on.
 */
export async function readRecord(
  ports: Ports,
  ref: RecordRef,
  { stored, sinceMs }: RecordAsRead,
  continuation: Continuation | undefined,
): Promise<RecordReading> {
  const record = claimsOf(ref, stored, ports.isFreeMail);
  const before = continuation === undefined ? null : progressIn(ports, record, continuation);
  const asOfMs = before?.startedAtMs ?? sinceMs;
  const [collected, account, dealAmount] = await Promise.all([
    collectRecord(ports, record, stored, before),
    accountOf(ports, record, before),
    record.objectType === 'deal' ? readDealAmount(ports, stored) : null,
  ]);
  if (before === null) refuseEmptyFailure(collected);
  const { receipts, history, recordPayments, ...view } = await viewOf(ports, collected, {
    stored,
    asOfMs,
    account,
    dealAmount,
    before,
  });
  const contactsTotal = before?.contactsTotal ?? collected.payersTotal;
  const facts = { ...view, receipts, history, startedAtMs: asOfMs, contactsTotal };
  return {
    view: { ...view, ...reachedIn(ports, record, collected.rest, facts) },
    payments: recordPayments,
  };
}

/** How much is covered where it is not all read at once, and the token to go on with. */
function reachedIn(
  ports: Ports,
  record: RecordClaims,
  rest: Rest | null,
  facts: Omit<Progress, keyof Rest>,
): Pick<RecordView, 'coverage' | 'continuation'> {
  const { accountId, startedAtMs, contactsTotal, summary, receipts, history, problems } = facts;
  const isCompany = record.objectType === 'company';
  const toDo = rest?.contactsToDo.filter((key) => !isDealKey(key)) ?? [];
  const contactsCovered = contactsTotal - toDo.length;
  const hasCoverage = contactsTotal > 0 && (isCompany || rest !== null);
  const progress = { accountId, startedAtMs, contactsTotal, summary, receipts, history, problems };
  return {
    coverage: hasCoverage ? { contactsCovered, contactsTotal } : null,
    continuation: rest === null ? null : tokenOf(ports, record, { ...progress, ...rest }),
  };
}

/** Where nothing at all was found and a read failed, there is no view to show the failure on. */
function refuseEmptyFailure({
  objects,
  failures,
}: Pick<CollectedPart, 'objects' | 'failures'>): void {
  const first = firstOf(
    failures.map(({ failure }) => failure),
    failures[0],
  );
  if (first !== undefined && holdsNothing(objects)) throw first;
}

/** The account's currency; empty where it is not known. A sync fails where it could not be read. */
async function accountCurrency({ crm }: Ports): Promise<string> {
  try {
    return (await crm.accountFacts())?.currency ?? '';
  } catch {
    return '';
  }
}

/** The deal's own amount, for comparison. */
async function readDealAmount(ports: Ports, stored: StoredProperties): Promise<DealAmount> {
  const amount = stored['amount'] ?? '';
  if (amount === '') return null;
  const named = stored['deal_currency_code'] ?? '';
  const currency = named === '' ? await accountCurrency(ports) : named.toLowerCase();
  return fromDecimal(amount, currency) ?? 'not-comparable';
}

/** Facts of a view that do not come from what was collected. */
interface ViewFacts {
  readonly stored: StoredProperties;
  readonly asOfMs: number;
  readonly account: StripeAccountNotes;
  readonly dealAmount: DealAmount;
  /** Of the parts before; null at the first. */
  readonly before: {
    readonly summary: RecordSummary;
    readonly receipts: Receipts;
    readonly history: RevenueHistory;
    readonly problems: readonly Failure[];
  } | null;
}

/** Match, complete, summarize, view. */
async function viewOf(
  ports: Ports,
  { objects, related, knowledge, failures, isSearchUnavailable }: CollectedPart,
  { stored, asOfMs, account, dealAmount, before }: ViewFacts,
): Promise<
  Omit<RecordView, 'coverage' | 'continuation'> &
    Pick<Progress, 'receipts' | 'history'> & { readonly recordPayments: readonly PaymentFacts[] }
> {
  const { record } = knowledge;
  const isDeal = record.objectType === 'deal';
  const nowSeconds = Math.floor(asOfMs / 1_000);
  const matched = matchObjects(objects, knowledge, related);
  const { attribution, failures: incomplete } = await completeCharges(ports.stripe, matched);
  const own = summarize(attribution, nowSeconds, isDeal ? dealAmount : 'no-deal');
  const receipts = [
    ...(before?.receipts ?? []),
    ...receiptsOf(
      dealAmount,
      countedOf(attribution.charges),
      outsideReceipts(countedOf(attribution.invoices), attribution.relations),
    ),
  ];
  const deal = isDeal ? { amount: dealAmount, receipts } : null;
  const summary = before === null ? own : mergeDealSummaries(before.summary, own, deal);
  const history = historyOf(attribution, record, nowSeconds, before?.history);
  const rows = recordRows(attribution, knowledge, nowSeconds);
  const failed = [...failures, ...incomplete].map(({ failure }) => failure);
  return {
    objectType: record.objectType,
    recordId: record.recordId,
    mode: ports.stripe.mode,
    accountId: account.id,
    asOfMs,
    linkedCustomerIds: [...record.linkedCustomerIds],
    assignedIds: [...record.assignedIds],
    dealAmount,
    receipts,
    history,
    recordPayments: paymentFactsOf(attribution, 'unknown'),
    summary,
    movement: movementOf(history, record, summary),
    ...rows,
    payments: withOrigins(rows.payments, record, stored[MOVED_PAYMENTS]),
    declines: declinesOf({ ...rows, summary }),
    notes: notesOf(attribution, { isSearchUnavailable, hasAccountFees: account.hasFees }, summary),
    problems: distinctProblems([...(before?.problems ?? []), ...rejectedIds(stored), ...failed]),
  };
}

/** Shown on the record, whether it counts or waits for a person. */
const isShown = ({ match: { status } }: Matched<Charge>): boolean =>
  status === 'counted' || status === 'candidate' || status === 'ambiguous';

/**
 * Reads what a list of charges leaves out. Without its disputes a charge's net would be too high, so a
 * failure here is a problem, never silence.
 */
async function completeCharges(
  stripe: PaymentSource,
  matched: MatchedObjects,
): Promise<{ readonly attribution: MatchedObjects; readonly failures: readonly SyncError[] }> {
  const failures: SyncError[] = [];
  const charges = await Promise.all(
    matched.charges.map(async (charge) => {
      if (!isShown(charge)) return charge;
      try {
        return { ...charge, item: await stripe.completed(charge.item) };
      } catch (error) {
        failures.push(asSyncError(error));
        return charge;
      }
    }),
  );
  return { attribution: { ...matched, charges }, failures };
}

/** Text in the id properties that is no id: a payment may be missing from the figures. */
function rejectedIds(stored: StoredProperties): readonly Failure[] {
  const texts = rejectedIdTexts(stored);
  if (texts.length === 0) return [];
  const detail = texts.map((word) => `"${word}"`).join(', ');
  // A person may have pasted a key into the wrong field: SyncError hides it.
  return [new SyncError('bad-id', { detail }).failure];
}

/** One problem per cause: a wrong key would otherwise be reported for every customer. */
function distinctProblems(problems: readonly Failure[]): readonly Failure[] {
  const key = ({ code, permission, detail }: Failure): string =>
    [code, permission, detail].join('/');
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}
