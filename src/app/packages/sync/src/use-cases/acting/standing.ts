import type { Failure, RequestStanding } from '@stripe-payments/core';
import { askedByRequests, askedInView, distinctById, outstandingOf } from '@stripe-payments/core';
import { asSyncError, SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { DealMoney, ReadRecord } from './acted-record.ts';
import type { ActingPorts, StoredRequest } from './acting-ports.ts';
import { digestOf } from './confirmed.ts';

type Owed = Pick<RequestStanding, 'outstanding' | 'asOfMs' | 'problem'>;

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
    if (problem !== undefined) return { asked, ...asSaved(deal, problem) };
    const { dealCoverage } = summary;
    const outstanding = dealCoverage === null ? null : outstandingOf(dealCoverage);
    return { outstanding, asked, asOfMs: null, problem: null };
  } catch (error) {
    return { asked: [], ...asSaved(deal, asSyncError(error).failure) };
  }
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
