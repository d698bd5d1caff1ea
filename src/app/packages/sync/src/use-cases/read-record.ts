import type {
  Charge,
  Continuation,
  DealAmount,
  Failure,
  Matched,
  MatchedObjects,
  RecordClaims,
  RecordSummary,
  RecordView,
  StoredProperties,
} from '@stripe-payments/core';
import {
  fromDecimal,
  matchObjects,
  mergeSummaries,
  recordRows,
  summarize,
} from '@stripe-payments/core';
import type { PaymentSource, Ports, RecordRef } from '../ports.ts';
import { asSyncError, SyncError } from '../sync-error.ts';
import type { CollectedObjects } from './collect/collect.ts';
import { collectForContact, collectForDeal } from './collect/collect.ts';
import { contactsOf } from './collect/discover.ts';
import { holdsNothing } from './collect/reading.ts';
import {
  CLAIM_PROPERTIES,
  claimsOf,
  rejectedIdTexts,
  writtenAddresses,
} from './collect/record-claims.ts';
import type { Slice } from './collect/slice.ts';
import { readSlice } from './collect/slice.ts';
import type { Progress } from './collect/token.ts';
import { progressIn, tokenOf } from './collect/token.ts';
import { notesOf, withDealNames } from './view-details.ts';

// The way of a payment, in this order: read (readDealOrContact, readCompany), match (matchObjects of core),
// complete (completeCharges), summarize (of core), view (viewOf), properties (valuesOf).

/** The properties that say which payments are a record's, and what it is worth. */
export function viewProperties({ objectType }: RecordRef): readonly string[] {
  const own = objectType === 'deal' ? ['amount', 'deal_currency_code'] : [];
  return [...CLAIM_PROPERTIES[objectType], ...own];
}

/**
 * Reads a record's payments from Stripe and makes its view.
 * @throws {SyncError} where nothing could be read. A view with `problems` is incomplete, one with a
 * `continuation` goes on.
 */
export async function readRecordView(
  ports: Ports,
  ref: RecordRef,
  stored: StoredProperties,
  continuation: Continuation | undefined,
): Promise<RecordView> {
  const record = claimsOf(ref, stored, ports.isFreeMail);
  return record.objectType === 'company'
    ? readCompany(ports, record, stored, continuation)
    : readDealOrContact(ports, record, stored);
}

async function readDealOrContact(
  ports: Ports,
  record: RecordClaims,
  stored: StoredProperties,
): Promise<RecordView> {
  const isDeal = record.objectType === 'deal';
  const asOfMs = ports.clock.nowMs();
  const [collected, accountId, dealAmount] = await Promise.all([
    isDeal
      ? collectForDeal(ports, record)
      : collectForContact(ports, record, writtenAddresses(stored)),
    ports.stripe.accountId(),
    isDeal ? readDealAmount(ports, stored) : null,
  ]);
  refuseEmptyFailure(collected);
  const facts = { stored, asOfMs, accountId, dealAmount, before: null };
  return { ...(await viewOf(ports, collected, facts)), coverage: null, continuation: null };
}

/** Reads a company as far as the time allows; the view says how far that is and how to go on. */
async function readCompany(
  ports: Ports,
  record: RecordClaims,
  stored: StoredProperties,
  continuation: Continuation | undefined,
): Promise<RecordView> {
  const before = continuation === undefined ? null : progressIn(ports, record, continuation);
  const asOfMs = before?.startedAtMs ?? ports.clock.nowMs();
  const [payers, accountId] = await Promise.all([
    contactsOf(ports, record),
    ports.stripe.accountId(),
  ]);
  const slice = await readSlice(ports, { company: record, contacts: payers, progress: before });
  if (before === null) refuseEmptyFailure(slice);
  const collected = { ...slice, knowledge: { record, competingRecords: [], payers } };
  const facts = { stored, asOfMs, accountId, dealAmount: null, before };
  const view = await viewOf(ports, collected, facts);
  const contactsTotal = before?.contactsTotal ?? payers.length;
  const soFar = { ...view, startedAtMs: asOfMs, contactsTotal };
  return { ...view, ...reachedIn(ports, record, slice, soFar) };
}

/** How much of a company is covered, and the token to go on with; null where it is all of it. */
function reachedIn(
  ports: Ports,
  record: RecordClaims,
  { contactsToDo, unitsToDo, unitsDone }: Slice,
  facts: Pick<Progress, 'startedAtMs' | 'contactsTotal' | 'summary' | 'problems'>,
): Pick<RecordView, 'coverage' | 'continuation'> {
  const isFinished = contactsToDo.length === 0 && unitsToDo.length === 0;
  const { startedAtMs, contactsTotal, summary, problems } = facts;
  const next = {
    startedAtMs,
    contactsToDo,
    contactsTotal,
    unitsToDo,
    unitsDone,
    summary,
    problems,
  };
  const contactsCovered = contactsTotal - contactsToDo.length;
  return {
    coverage: contactsTotal === 0 ? null : { contactsCovered, contactsTotal },
    continuation: isFinished ? null : tokenOf(ports, record, next),
  };
}

/** Where nothing at all was found and a read failed, there is no view to show the failure on. */
function refuseEmptyFailure({
  objects,
  failures,
}: Pick<CollectedObjects, 'objects' | 'failures'>): void {
  const [first] = failures;
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
  readonly accountId: string | null;
  readonly dealAmount: DealAmount;
  /** Of the slices before; null at the first. */
  readonly before: {
    readonly summary: RecordSummary;
    readonly problems: readonly Failure[];
  } | null;
}

/** Match, complete, summarize, view; without coverage, which only slices have. */
async function viewOf(
  ports: Ports,
  { objects, knowledge, failures, isSearchUnavailable }: CollectedObjects,
  { stored, asOfMs, accountId, dealAmount, before }: ViewFacts,
): Promise<Omit<RecordView, 'coverage' | 'continuation'>> {
  const { record } = knowledge;
  const isDeal = record.objectType === 'deal';
  const nowSeconds = Math.floor(asOfMs / 1_000);
  const matched = matchObjects(objects, knowledge);
  const completed = await completeCharges(ports.stripe, matched);
  const attribution = await withDealNames(ports, completed.attribution);
  const own = summarize(attribution, nowSeconds, isDeal ? dealAmount : 'no-deal');
  const summary = before === null ? own : mergeSummaries(before.summary, own);
  const rows = recordRows(attribution, knowledge, nowSeconds);
  const failed = [...failures, ...completed.failures].map(({ failure }) => failure);
  return {
    objectType: record.objectType,
    recordId: record.recordId,
    mode: ports.stripe.mode,
    accountId,
    asOfMs,
    linkedCustomerIds: [...record.linkedCustomerIds],
    assignedIds: [...record.assignedIds],
    dealAmount,
    summary,
    ...rows,
    notes: notesOf(attribution, isSearchUnavailable, summary),
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
  const key = ({ code, detail }: Failure): string => `${code}/${detail ?? ''}`;
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}
