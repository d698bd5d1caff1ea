import type { StripeCopy } from '@stripe-payments/core';
import type { PaymentSource, RecordRef } from '../../ports.ts';
import { asSyncError } from '../../sync-error.ts';
import type { ParsedReference } from './references.ts';

export const NOT_ASKED: StripeCopy = { status: 'not-asked' };

/** The assignment in HubSpot is kept, also when the copy in Stripe fails. */
async function reported(isAsked: boolean, copy: () => Promise<void>): Promise<StripeCopy> {
  if (!isAsked) return NOT_ASKED;
  try {
    await copy();
    return { status: 'written' };
  } catch (error) {
    return { status: 'failed', error: asSyncError(error).failure };
  }
}

/** Names the record in the metadata of the objects. */
export const copyAssignments = (
  stripe: PaymentSource,
  references: readonly ParsedReference[],
  { objectType, recordId }: RecordRef,
  isAsked: boolean,
): Promise<StripeCopy> =>
  reported(isAsked, async () => {
    for (const { kind, id } of references) {
      await stripe.writeClaim(kind, id, { objectType, recordId });
    }
  });

/** Takes the record's name out of the metadata, where it is this record's. */
export const copyUnassignment = (
  stripe: PaymentSource,
  { kind, id }: ParsedReference,
  { objectType, recordId }: RecordRef,
  isAsked: boolean,
): Promise<StripeCopy> =>
  reported(isAsked, async () => {
    const claims = await stripe.metadataClaims(kind, id);
    const isNamed = claims.some(
      (claim) => claim.objectType === objectType && claim.recordId === recordId,
    );
    if (isNamed) await stripe.writeClaim(kind, id, { objectType, recordId: null });
  });
