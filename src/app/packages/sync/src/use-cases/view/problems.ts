import type { Failure } from '@stripe-payments/core';
import type { SyncError } from '../../sync-error.ts';

/** One problem a cause: the same wrong key need not be told once for every customer. */
export function distinctProblems(problems: readonly Failure[]): readonly Failure[] {
  const key = ({ code, detail }: Failure): string => `${code}/${detail ?? ''}`;
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}

export const problemsOf = (failures: readonly SyncError[]): readonly Failure[] =>
  distinctProblems(failures.map((failure) => failure.failure));
