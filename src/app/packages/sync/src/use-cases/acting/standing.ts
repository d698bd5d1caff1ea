import type { Failure, OpenInvoice, RequestStanding } from '@stripe-payments/core';
import {
  askedByRequests,
  askedInView,
  distinctById,
  epochMsFromText,
  isOfLastSync,
  MODIFIED_AT,
  outstandingOf,
  returnedInView,
  savedStanding,
} from '@stripe-payments/core';
import { asSyncError, SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { DealMoney, ReadRecord } from './acted-record.ts';
import { isNamedBy } from './acted-record.ts';
import type { ActingPorts, StoredRequest } from './acting-ports.ts';
import { digestOf } from './confirmed.ts';

type Owed = Pick<RequestStanding, 'outstanding' | 'asOfMs' | 'problem'>;

/** Of what could not be read. */
const UNREAD = { refunded: null, lost: null, reviewCount: 0 };

/** What the last sync saved, where Stripe could not be read as a whole. */
const asSaved = ({ outstanding, syncedAtMs }: DealMoney, problem: Failure): Owed => ({
  outstanding,
  asOfMs: outstanding === null ? null : syncedAtMs,
  problem,
});

/** What Stripe says now of the record. It never fails: amounts can be typed without it. */
export async function readStanding(
  ports: Pick<ActingPorts, 'view'>,
  viewed: ViewedRecord,
  { stored }: Pick<ReadRecord, 'stored'>,
  deal: DealMoney,
): Promise<RequestStanding> {
  try {
    const view = await ports.view(viewed, stored);
    const asked = askedInView(view);
    const { problems, continuation, summary } = view;
    const goesOn = continuation === null ? undefined : new SyncError('timeout').failure;
    const problem = problems[0] ?? goesOn;
    const returned = returnedInView(view, deal.currency);
    const rest = { asked, ...returned, reviewCount: summary.needsReviewCount };
    if (problem !== undefined) return { ...rest, ...asSaved(deal, problem) };
    const { dealCoverage } = summary;
    const outstanding = dealCoverage === null ? null : outstandingOf(dealCoverage);
    return { outstanding, ...rest, asOfMs: null, problem: null };
  } catch (error) {
    return { asked: [], ...UNREAD, ...asSaved(deal, asSyncError(error).failure) };
  }
}

/**
 * What the last sync saved, and what asks for it now: the card has no other reading for it. A request is compared with
 * `readStanding`, before it is reviewed and before it is made.
 * @param ofLinked every invoice of the customers that the record links.
 * @param own what was requested on the record.
 */
export function standingSoFar(
  { clock }: Pick<ActingPorts, 'clock'>,
  { objectType }: ViewedRecord,
  read: ReadRecord,
  deal: DealMoney,
  { ofLinked, own }: Readonly<Record<'ofLinked' | 'own', readonly StoredRequest[]>>,
): RequestStanding {
  const { stored } = read;
  const { syncedAtMs, amount } = deal;
  const modifiedAtMs = epochMsFromText(stored[MODIFIED_AT[objectType]] ?? '');
  const isCurrent =
    (stored['stripe_sync_error'] ?? '') === '' &&
    isOfLastSync(syncedAtMs ?? undefined, modifiedAtMs, clock.nowMs());
  const open = distinctById([...ofLinked, ...own])
    .filter((each) => each.kind === 'invoice' && each.status === 'open' && each.open.minor > 0)
    // What names another record is asked for there.
    .filter((each) => each.records.length === 0 || isNamedBy(each, read))
    .map((each): OpenInvoice => {
      const { id, number, open: rest, dueDate, created } = each;
      return { id, number, open: rest, dueDate, created, isNamed: isNamedBy(each, read) };
    });
  const standing = { ...savedStanding(stored, amount, open, isCurrent), problem: null };
  return withRequests({ ...standing, asOfMs: isCurrent ? null : syncedAtMs }, own);
}

/** With what was requested on the record: the lists of it are never behind. */
export function withRequests(
  standing: RequestStanding,
  own: readonly StoredRequest[],
  equal: readonly StoredRequest[] = [],
): RequestStanding {
  const same = new Set(equal.map(({ id }) => id));
  const asked = distinctById([...standing.asked, ...askedByRequests(own)]);
  return { ...standing, asked: asked.filter(({ id }) => !same.has(id)) };
}

/** Of what a review compared with: where not all could be read, of the record's own requests alone. */
export function standingDigest(
  ports: Pick<ActingPorts, 'sign'>,
  { outstanding, asked, problem }: RequestStanding,
  own: readonly StoredRequest[],
): string {
  const ids = new Set(own.map(({ id }) => id));
  const open = asked
    .filter(({ id }) => problem === null || ids.has(id))
    .map((each) => `${each.id} ${String(each.open.minor)}`);
  const owed =
    problem !== null || outstanding === null
      ? 'not known'
      : `${String(outstanding.minor)} ${outstanding.currency}`;
  return digestOf(ports, `standing ${[owed, ...open.toSorted()].join('; ')}`);
}
