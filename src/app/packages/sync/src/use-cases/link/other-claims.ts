import type { Customer, RecordClaims, RecordLink } from '@stripe-payments/core';
import { distinctById, hasId, linkOf, NO_STRIPE_OBJECTS } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { payersOfObjects } from '../collect/payers.ts';
import type { ReferencedObject } from './references.ts';
import type { Claim } from './settle-claim.ts';
import { claimsNow, otherClaimants } from './settle-claim.ts';
import type { Taking } from './tell-moves.ts';

/** A deal on which something counts now, and the failure that says so. */
export interface CountingDeal {
  readonly deal: RecordLink;
  readonly by: 'assigned' | 'metadata' | 'customer';
}

const holding = (deal: RecordLink): CountingDeal => ({ deal: linkOf(deal), by: 'customer' });

/** Says which deal has what a claim is for. */
export const claimedBy = (deal: RecordLink, { property }: Pick<Claim, 'property'>): SyncError =>
  new SyncError(
    property === 'stripe_customer_id' ? 'linked-to-other-deal' : 'claimed-by-other-deal',
    { claimedBy: linkOf(deal) },
  );

export const linkClaim = (customerId: string): Claim => ({
  property: 'stripe_customer_id',
  id: customerId,
  ids: [customerId],
});

/** Deals that link one of the customers. */
export async function linkedElsewhere(
  ports: Ports,
  deal: RecordRef,
  customers: readonly Customer[],
): Promise<readonly RecordClaims[]> {
  const found = await Promise.all(
    customers.map(({ id }) => otherClaimants(ports, deal, linkClaim(id))),
  );
  return found.flat();
}

/**
 * Deals on which the customers' payments count because the contact or company with their email or
 * domain has that one deal only: a deal that links customers has only theirs.
 */
export async function onlyDealsOfPayers(
  ports: Ports,
  deal: RecordRef,
  customers: readonly Customer[],
): Promise<readonly RecordClaims[]> {
  const payers = await payersOfObjects(ports, { ...NO_STRIPE_OBJECTS, customers }, []);
  const onlyDeals = payers.flatMap(({ dealIds }) => (dealIds.size === 1 ? [...dealIds] : []));
  const others = [...new Set(onlyDeals)].filter((id) => id !== deal.recordId);
  const claims = await claimsNow(ports, others);
  return claims.filter(({ linkedCustomerIds }) => linkedCustomerIds.size === 0);
}

/** Deals that the metadata at Stripe names, those that exist. */
async function namedInStripe(
  ports: Ports,
  deal: RecordRef,
  dealIds: readonly string[],
): Promise<readonly CountingDeal[]> {
  const others = dealIds.filter((id) => id !== deal.recordId);
  const named = await claimsNow(ports, [...new Set(others)]);
  return named.map((each) => ({ deal: linkOf(each), by: 'metadata' }));
}

/** What decides on which deals a payment counts. */
interface PaymentTies {
  readonly claim: Claim;
  readonly customers: readonly Customer[];
  readonly namedDealIds: readonly string[];
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** Of several payments together: none of them is taken from a deal that the person has not agreed to. */
export function tiesOf(objects: readonly ReferencedObject[]): PaymentTies {
  const ids = distinct(objects.flatMap((object) => [...object.ids]));
  return {
    claim: { property: 'stripe_payment_ids', id: ids[0] ?? '', ids },
    customers: distinctById(objects.flatMap(({ customers }) => [...customers])),
    namedDealIds: distinct(
      objects
        .flatMap(({ claims }) => [...claims])
        // Those that another tool's key names are among the deals on which it counts, where they exist.
        .filter(({ objectType, isForeign }) => objectType === 'deal' && isForeign !== true)
        .map(({ recordId }) => recordId),
    ),
  };
}

/** Other deals on which a payment counts now, or would count, by the strongest evidence first. */
export async function dealsHaving(
  ports: Ports,
  deal: RecordClaims,
  { claim, customers, namedDealIds }: PaymentTies,
  takings: Promise<readonly Taking[]>,
): Promise<readonly CountingDeal[]> {
  const [assigned, named, linked, paid, taken] = await Promise.all([
    otherClaimants(ports, deal, claim),
    namedInStripe(ports, deal, namedDealIds),
    linkedElsewhere(ports, deal, customers),
    onlyDealsOfPayers(ports, deal, customers),
    takings,
  ]);
  const counted = taken.flatMap(({ from }) => from ?? []);
  const having = [
    ...assigned.map((other): CountingDeal => ({ deal: linkOf(other), by: 'assigned' })),
    ...named,
    ...[...linked, ...paid, ...counted].map(holding),
  ];
  return having.filter(
    (each, which) =>
      !hasId(deal, each.deal) &&
      having.findIndex((other) => other.deal.recordId === each.deal.recordId) === which,
  );
}

/**
 * Takes nothing from a deal that the person has not agreed to.
 * @throws {SyncError} `claimed-by-other-deal`, `claimed-in-stripe`
 */
export function refuseUnagreed(having: readonly CountingDeal[], agreed: readonly string[]): void {
  const other = having.find(({ deal }) => !agreed.includes(deal.recordId));
  if (other === undefined) return;
  if (other.by !== 'metadata') throw claimedBy(other.deal, { property: 'stripe_payment_ids' });
  throw new SyncError('claimed-in-stripe', { claimedBy: other.deal });
}
