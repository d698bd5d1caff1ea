import type { CheckResult, Failure } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';

type Service = 'stripe' | 'hubspot';

/** A look that ran out of time says nothing but that the service did not answer. */
const asUnanswered = (service: Service, error: SyncError): SyncError =>
  error.code === 'timeout' ? new SyncError(`${service}-unreachable`, { cause: error }) : error;

export const unreadable = (error: Failure): { isReadable: false; error: Failure } => ({
  isReadable: false,
  error,
});

/** What was found, or why it could not be looked at: one part of a report never hides the others. */
export async function tryRead<T extends object>(
  service: Service,
  work: Promise<T>,
): Promise<CheckResult<T>> {
  try {
    return { isReadable: true, ...(await work) };
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return unreadable(asUnanswered(service, error).failure);
  }
}
