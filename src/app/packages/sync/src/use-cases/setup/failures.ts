import type { CheckResult, ErrorCode, Failure } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';

const PASSING: ReadonlySet<ErrorCode> = new Set([
  'timeout',
  'hubspot-unreachable',
  'hubspot-wrong-answer',
  'hubspot-rate-limited',
  'hubspot-daily-limit',
]);

/** True where a later try can succeed: the request was not refused. */
export const passesWithTime = ({ code }: SyncError): boolean => PASSING.has(code);

/** True for a refusal of this one request, which says nothing about the next. */
const isRefusal = (error: unknown): boolean =>
  error instanceof SyncError && error.code === 'hubspot-refused';

/** Why properties of one object type are not as they should be. */
export interface Failures {
  /**
   * Does something about one property, or, without a name, what others depend on. False where what
   * comes after it would fare no better.
   * @throws {SyncError} `hubspot-unauthorized`, and whatever is no answer of HubSpot.
   */
  attempt(name: string | null, work: () => Promise<unknown>): Promise<boolean>;
  /** The same for many at once. One of them can make HubSpot refuse all: each is tried alone then. */
  attemptAll(work: () => Promise<unknown>): Promise<boolean>;
  /** Undefined where nothing went wrong. */
  of(name: string): SyncError | undefined;
}

export function createFailures(): Failures {
  const byName = new Map<string, SyncError>();
  let general: SyncError | undefined;
  const attempt: Failures['attempt'] = async (name, work) => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof SyncError) || error.code === 'hubspot-unauthorized') throw error;
      if (name !== null && isRefusal(error)) {
        byName.set(name, error);
        return true;
      }
      general ??= error;
      return false;
    }
  };
  return {
    attempt,
    attemptAll: (work) =>
      attempt(null, async () => {
        try {
          await work();
        } catch (error) {
          if (!isRefusal(error)) throw error;
        }
      }),
    of: (name) => byName.get(name) ?? general,
  };
}

type Service = 'stripe' | 'hubspot';

/** A check that ran out of time only shows that the service did not answer. */
const asUnanswered = (service: Service, error: SyncError): SyncError =>
  error.code === 'timeout' ? error.as(`${service}-unreachable`) : error;

export const unreadable = (error: Failure): { isReadable: false; error: Failure } => ({
  isReadable: false,
  error,
});

/** What was read, or why it could not be read: one part of a report never hides the others. */
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
