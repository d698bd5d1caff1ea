import type { RecordClaims, RecordLink } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { assigning, linking, searchClaims } from '../collect/competing-records.ts';
import { namesOf } from '../collect/payers.ts';

const linkOf = ({ objectType, recordId, name }: RecordLink): RecordLink => ({
  objectType,
  recordId,
  name,
});

function refuseClaimed(record: RecordRef, claiming: readonly RecordClaims[]): void {
  const other = claiming.find(({ recordId }) => recordId !== record.recordId);
  if (other !== undefined) {
    throw new SyncError('claimed-by-other-deal', { claimedBy: linkOf(other) });
  }
}

/**
 * Two deals with one customer would each have the same payments, so none would.
 * @throws {SyncError} `claimed-by-other-deal`
 */
export async function refuseLinkedElsewhere(
  ports: Ports,
  deal: RecordRef,
  customerId: string,
): Promise<void> {
  const found = await searchClaims(ports, 'deal', linking([customerId]));
  refuseClaimed(
    deal,
    found.filter(({ linkedCustomerIds }) => linkedCustomerIds.has(customerId)),
  );
}

/** @param ids all ids under which the same object could have been assigned with equal strength. */
export async function refuseAssignedElsewhere(
  ports: Ports,
  deal: RecordRef,
  ids: readonly string[],
): Promise<void> {
  const found = await searchClaims(ports, 'deal', assigning(ids));
  refuseClaimed(
    deal,
    found.filter(({ assignedIds }) => ids.some((id) => assignedIds.has(id))),
  );
}

/** @throws {SyncError} `claimed-in-stripe`: a person may still choose this deal. */
export async function refuseNamedInStripe(
  ports: Ports,
  deal: RecordRef,
  namedDealIds: readonly string[],
): Promise<void> {
  const other = namedDealIds.find((recordId) => recordId !== deal.recordId);
  if (other === undefined) return;
  const name = await nameOf(ports, other);
  throw new SyncError('claimed-in-stripe', {
    claimedBy: { objectType: 'deal', recordId: other, name },
  });
}

async function nameOf(ports: Ports, dealId: string): Promise<string | null> {
  try {
    const names = await namesOf(ports, 'deal', [dealId]);
    return names.get(dealId) ?? null;
  } catch {
    // Without its name the deal is still named by its id.
    return null;
  }
}
