import { isKnownCurrency } from '@stripe-payments/core';
import { SyncError } from '../sync-error.ts';

/** Names the object and field of a value that cannot be read exactly; a figure made of it would be wrong and look right. */
function unreadable(id: string, field: string, value: unknown): SyncError {
  const shown = typeof value === 'string' ? `"${value}"` : String(value);
  return new SyncError('stripe-unreadable', { detail: `${id}: ${field} is ${shown}` });
}

/** @throws {SyncError} naming the object, unless the value is a safe whole number. */
export function wholeNumber(id: string, field: string, value: number | undefined): number {
  if (Number.isSafeInteger(value) && value !== undefined) return value;
  throw unreadable(id, field, value);
}

/** @throws {SyncError} naming the object, unless the currency's decimals are known. */
export function knownCurrency(id: string, value: string | undefined): string {
  if (value !== undefined && isKnownCurrency(value)) return value;
  throw unreadable(id, 'currency', value);
}
