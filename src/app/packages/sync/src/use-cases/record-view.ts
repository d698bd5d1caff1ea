import type { Continuation, RecordView, StoredProperties } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../ports.ts';
import { readCompanyView } from './company/read-company-view.ts';
import { collectForContact } from './knowledge/gather-contact.ts';
import { collectForDeal } from './knowledge/gather-deal.ts';
import type { CollectedObjects } from './knowledge/gathered.ts';
import { CLAIM_PROPERTIES, claimsOf, writtenAddresses } from './knowledge/record-claims.ts';
import { holdsNothing } from './reading/found-objects.ts';
import { assembleView } from './view/assemble.ts';
import { dealAmount } from './view/deal-amount.ts';

/** The properties that say which payments are a record's, and what it is worth. */
export function viewProperties({ objectType }: RecordRef): readonly string[] {
  const own = objectType === 'deal' ? ['amount', 'deal_currency_code'] : [];
  return [...CLAIM_PROPERTIES[objectType], ...own];
}

/** Where nothing at all came and something went wrong, there is no view to show it on. */
function refuseEmptyFailure({ objects, failures }: CollectedObjects): void {
  const [first] = failures;
  if (first !== undefined && holdsNothing(objects)) throw first;
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
  if (ref.objectType === 'company') {
    return readCompanyView(ports, { record, stored, continuation });
  }
  const asOfMs = ports.clock.nowMs();
  const [gathered, accountId, amount] = await Promise.all([
    ref.objectType === 'deal'
      ? collectForDeal(ports, record)
      : collectForContact(ports, record, writtenAddresses(stored)),
    ports.stripe.accountId(),
    ref.objectType === 'deal' ? dealAmount(ports, stored) : null,
  ]);
  refuseEmptyFailure(gathered);
  const facts = { record, stored, asOfMs, accountId, dealAmount: amount, before: null };
  const view = await assembleView(ports, gathered, facts);
  return { ...view, coverage: null, continuation: null };
}
