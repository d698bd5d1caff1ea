import type { ErrorBody } from '../api-error.ts';
import { formatDateTime } from '../values/date-values.ts';

/** One failed input of a batch: the error envelope without a correlation id. */
export type WireBatchError = { readonly status: 'error' } & ErrorBody;

export interface WireBatch<Result> {
  readonly completedAt: string;
  readonly status: 'COMPLETE';
  readonly startedAt: string;
  readonly results: readonly Result[];
  readonly errors?: readonly WireBatchError[];
  readonly numErrors?: number;
}

export const batchError = (body: ErrorBody): WireBatchError => ({ status: 'error', ...body });

export function formatBatch<Result>(
  results: readonly Result[],
  errors: readonly WireBatchError[],
  nowMs: number,
): WireBatch<Result> {
  return {
    completedAt: formatDateTime(nowMs),
    status: 'COMPLETE',
    startedAt: formatDateTime(nowMs),
    results,
    ...(errors.length > 0 && { errors, numErrors: errors.length }),
  };
}
