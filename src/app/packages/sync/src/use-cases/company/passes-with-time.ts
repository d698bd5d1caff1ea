import type { ErrorCode } from '@stripe-payments/core';
import type { SyncError } from '../../sync-error.ts';

const PASSING: ReadonlySet<ErrorCode> = new Set([
  'timeout',
  'stripe-rate-limited',
  'stripe-unreachable',
]);

/** True for what is left to the next slice: what was read before it need not be lost. */
export const passesWithTime = ({ code }: SyncError): boolean => PASSING.has(code);
