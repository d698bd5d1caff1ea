import type { Looked } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';

/** What was found, or why it could not be looked at: one part of a report never hides the others. */
export async function looked<T extends object>(work: Promise<T>): Promise<Looked<T>> {
  try {
    return { isReadable: true, ...(await work) };
  } catch (error) {
    if (error instanceof SyncError) return { isReadable: false, error: error.toReplyError() };
    throw error;
  }
}
