import type { RecordClaims, RecordLink } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { assigning, linking, searchClaims } from '../collect/competing-records.ts';
import { CLAIM_PROPERTIES, claimsOf } from '../collect/record-claims.ts';
import type { IdProperty } from '../change-ids.ts';
import { changeIds } from '../change-ids.ts';

/** What a deal claims: ids of one payment, of which one stands in the property, or a customer's id. */
export interface Claim {
  readonly property: IdProperty;
  /** The id in the property. */
  readonly id: string;
  /** Every id under which another deal would claim the same. */
  readonly ids: readonly string[];
}

const POLL_MS = 600;

/** Left for the figures that are saved afterwards. */
const KEPT_FOR_FIGURES_MS = 4_000;

const hasTime = ({ time }: Ports): boolean => time.remainingMs() > KEPT_FOR_FIGURES_MS;

const claimsIt = (
  { linkedCustomerIds, assignedIds }: RecordClaims,
  { property, ids }: Claim,
): boolean => {
  const claimed = property === 'stripe_customer_id' ? linkedCustomerIds : assignedIds;
  return ids.some((id) => claimed.has(id));
};

/** The claims of deals as they are now, not as searches know them. */
export async function claimsNow(ports: Ports, dealIds: readonly string[]): Promise<RecordClaims[]> {
  if (dealIds.length === 0) return [];
  const records = await ports.crm.readMany('deal', dealIds, CLAIM_PROPERTIES.deal);
  return [...records].map(([recordId, stored]) =>
    claimsOf({ objectType: 'deal', recordId }, stored, ports.isFreeMail),
  );
}

/** Other deals that claim the same, found by search and seen to do so still. */
export async function otherClaimants(
  ports: Ports,
  deal: RecordRef,
  claim: Claim,
): Promise<readonly RecordClaims[]> {
  const conditions = claim.property === 'stripe_customer_id' ? linking : assigning;
  const found = await searchClaims(ports, 'deal', conditions(claim.ids));
  const others = found.filter(
    (other) => other.recordId !== deal.recordId && claimsIt(other, claim),
  );
  const now = await claimsNow(
    ports,
    others.map(({ recordId }) => recordId),
  );
  return now.filter((other) => claimsIt(other, claim));
}

/** When a deal's claim was made, by HubSpot's clock; undefined where it does not make it any more. */
export async function claimedAtMs(
  ports: Ports,
  deal: RecordRef,
  claim: Claim,
): Promise<number | undefined> {
  const { versions } = await ports.crm.saved(deal, [claim.property], claim.property);
  let madeAtMs: number | undefined;
  for (const { value, writtenAtMs } of versions) {
    const words = new Set(value.split(/[\s,;]+/));
    if (!claim.ids.some((id) => words.has(id))) break;
    madeAtMs = writtenAtMs;
  }
  return madeAtMs;
}

/** Waits until searches know the deal's own claim: an earlier one of another deal is then known too. */
async function untilSearchable(
  ports: Ports,
  deal: RecordRef,
  { property, id }: Claim,
): Promise<boolean> {
  for (;;) {
    const known = (await ports.crm.searchedValue(deal, property)) ?? '';
    if (known.split(/[\s,;]+/).includes(id)) return true;
    if (!hasTime(ports)) return false;
    await ports.time.wait(POLL_MS);
  }
}

async function giveUp(ports: Ports, deal: RecordRef, { property, id }: Claim): Promise<void> {
  const { stored } = await ports.crm.saved(deal, [property], property);
  await changeIds(ports, deal, { property, stored, changes: [{ action: 'remove', id }] });
}

/** True where the deal's claim is older than the other's, whose call then gives it up. */
async function isFirst(
  ports: Ports,
  deal: RecordRef,
  claim: Claim,
  other: RecordRef,
): Promise<boolean> {
  const [own, others] = await Promise.all([
    claimedAtMs(ports, deal, claim),
    claimedAtMs(ports, other, claim),
  ]);
  if (own === undefined || others === undefined) return own !== undefined;
  return own === others ? deal.recordId < other.recordId : own < others;
}

/** A claim that no other deal has, and since when it is unbroken. */
export interface Settled {
  readonly status: 'settled';
  readonly sinceMs: number | undefined;
}

/**
 * Makes a claim that was just written a deal's own. Of two deals that claimed the same at one moment, the
 * later one gives it up; where the later one keeps it (its call was killed, or has succeeded), the
 * earlier one does, so that no payment counts twice.
 * @returns `unsettled` where HubSpot's search is too far behind to tell: call again; `yielded` where the
 * claim was given up.
 */
export async function settleClaim(
  ports: Ports,
  deal: RecordRef,
  claim: Claim,
): Promise<
  | Settled
  | { readonly status: 'unsettled' }
  | { readonly status: 'yielded'; readonly to: RecordLink }
> {
  const sinceMs = await claimedAtMs(ports, deal, claim);
  if (!(await untilSearchable(ports, deal, claim))) return { status: 'unsettled' };
  for (;;) {
    const [other] = await otherClaimants(ports, deal, claim);
    if (other === undefined) return { status: 'settled', sinceMs };
    const waits = hasTime(ports) && (await isFirst(ports, deal, claim, other));
    if (!waits) {
      await giveUp(ports, deal, claim);
      return { status: 'yielded', to: other };
    }
    await ports.time.wait(POLL_MS);
  }
}
