import type { ListedPayment } from '../contract/rows.ts';
import type { Candidate } from '../matching/candidate.ts';
import { chargeCandidate } from '../matching/candidate.ts';
import { matchCandidate } from '../matching/match-candidate.ts';
import { evidenceFor } from '../matching/match-evidence.ts';
import { newestFirst } from '../matching/match-objects.ts';
import type { Payer, RecordClaims } from '../matching/record-claims.ts';
import { relationsOf } from '../matching/relations.ts';
import { money } from '../money/money.ts';
import type { StripeObjects } from '../payment/stripe-objects.ts';
import { distinctById } from '../payment/stripe-objects.ts';
import type { RecordLink } from '../record/object-type.ts';
import { linkOf } from '../record/object-type.ts';
import { statusOfCharge } from '../status/charge-status.ts';
import { customerRef } from './rows.ts';

/** Every deal that could have one of the payments, and everyone who could have paid. */
export interface DealKnowledge {
  readonly deals: readonly RecordClaims[];
  readonly payers: readonly Payer[];
}

/** The deal on which a payment counts now; several contenders, where a person has to decide. */
type Standing = Pick<ListedPayment, 'countsOn' | 'contenders'>;

function standingOf(candidate: Candidate, { deals, payers }: DealKnowledge): Standing {
  const claiming = deals.filter((deal) => evidenceFor(candidate, deal) !== undefined);
  const ofPayers = new Set(payers.flatMap(({ dealIds }) => [...dealIds]));
  const possible =
    claiming.length > 0 ? claiming : deals.filter(({ recordId }) => ofPayers.has(recordId));
  const contenders: RecordLink[] = [];
  for (const record of possible) {
    const competingRecords = claiming.filter((each) => each !== record);
    const match = matchCandidate(candidate, { record, competingRecords, payers });
    const link = linkOf(record);
    if (match.status === 'counted') return { countsOn: link, contenders: [] };
    if (match.status === 'ambiguous' || match.status === 'candidate') contenders.push(link);
  }
  return { countsOn: null, contenders };
}

/** A payment that a link or an assignment takes to a deal, and the deal on which it counted before. */
export interface TakenPayment extends Pick<ListedPayment, 'id' | 'amount'> {
  readonly from: RecordLink | null;
  /** The deal on which it would count if this one had not been assigned it, which may be by an earlier call. */
  readonly otherwise: RecordLink | null;
}

/** What a person wants a deal to have: what a customer pays, or what is known by one of these ids. */
export type Wanted =
  | { readonly customerId: string }
  /** Of one payment or document that is assigned, all of its ids. */
  | { readonly ids: readonly string[] };

/** The claims of a deal once it, and no other, has what is wanted. */
function claimsWith(deal: RecordClaims, wanted: Wanted, isWantedHere: boolean): RecordClaims {
  if ('customerId' in wanted) {
    const linkedCustomerIds = new Set(deal.linkedCustomerIds).add(wanted.customerId);
    return isWantedHere ? { ...deal, linkedCustomerIds } : deal;
  }
  const others = [...deal.assignedIds].filter((id) => !wanted.ids.includes(id));
  return { ...deal, assignedIds: new Set(isWantedHere ? [...others, ...wanted.ids] : others) };
}

function isMeant({ references, customerId }: Candidate, wanted: Wanted): boolean {
  if ('customerId' in wanted) return customerId === wanted.customerId;
  return Object.values(references)
    .flat()
    .some(({ id }) => wanted.ids.includes(id));
}

/**
 * What counts on a deal once it has what is wanted: what another deal has by nearer evidence stays there. An
 * attempt that failed is no payment.
 */
export function takenBy(
  objects: StripeObjects,
  { deals, payers }: DealKnowledge,
  { recordId }: RecordLink,
  wanted: Wanted,
): readonly TakenPayment[] {
  const relations = relationsOf(objects);
  const then = deals.map((deal) => claimsWith(deal, wanted, deal.recordId === recordId));
  const without = deals.map((deal) =>
    deal.recordId === recordId ? claimsWith(deal, wanted, false) : deal,
  );
  return [...distinctById(objects.charges)]
    .sort(newestFirst)
    .filter((charge) => statusOfCharge(charge) !== 'failed')
    .flatMap((charge) => {
      const candidate = chargeCandidate(charge, relations);
      if (!isMeant(candidate, wanted)) return [];
      const { countsOn } = standingOf(candidate, { deals: then, payers });
      if (countsOn?.recordId !== recordId) return [];
      const { countsOn: from } = standingOf(candidate, { deals, payers });
      const { countsOn: otherwise } = standingOf(candidate, { deals: without, payers });
      const amount = money(charge.amountMinor, charge.currency);
      return [{ id: charge.id, amount, from, otherwise }];
    });
}

/** The newest payments, each with where it counts now. */
export function listedPayments(
  objects: StripeObjects,
  knowledge: DealKnowledge,
  assignedIds: ReadonlySet<string>,
  limit: number,
): readonly ListedPayment[] {
  const relations = relationsOf(objects);
  return [...distinctById(objects.charges)]
    .sort(newestFirst)
    .slice(0, limit)
    .map((charge) => {
      const { id, paymentIntentId, created, description, amountMinor, currency } = charge;
      return {
        id,
        paymentIntentId,
        created,
        description,
        status: statusOfCharge(charge),
        amount: money(amountMinor, currency),
        customer: customerRef(charge.customerId, relations),
        isAssigned: assignedIds.has(id) || assignedIds.has(paymentIntentId ?? id),
        ...standingOf(chargeCandidate(charge, relations), knowledge),
      };
    });
}
