import type { Charge, PaymentFailure } from '../payment/charge.ts';

/** The latest attempt to take money. */
interface LatestAttempt {
  /** In seconds since the epoch; null where there was none. */
  readonly latestAttemptOn: number | null;
  /** Where it failed. */
  readonly latestFailure: PaymentFailure | null;
}

/** Of a record without payments. */
export const NO_ATTEMPT: LatestAttempt = { latestAttemptOn: null, latestFailure: null };

const NO_REASON_GIVEN: PaymentFailure = { code: null, reason: null, message: null };

function attemptOf({ created, status, failure }: Charge): LatestAttempt {
  return {
    latestAttemptOn: created,
    latestFailure: status === 'failed' ? (failure ?? NO_REASON_GIVEN) : null,
  };
}

const spelled = (failure: PaymentFailure | null): string =>
  failure === null ? '' : JSON.stringify([failure.reason, failure.code, failure.message]);

function isLater(left: LatestAttempt, right: LatestAttempt): boolean {
  const [leftOn, rightOn] = [left.latestAttemptOn, right.latestAttemptOn];
  if (leftOn !== rightOn) return rightOn === null || (leftOn !== null && leftOn > rightOn);
  return spelled(left.latestFailure) >= spelled(right.latestFailure);
}

/** The later of two; of two in one second the failed one, so that the order does not matter. */
export function laterAttempt(left: LatestAttempt, right: LatestAttempt): LatestAttempt {
  const { latestAttemptOn, latestFailure } = isLater(left, right) ? left : right;
  return { latestAttemptOn, latestFailure };
}

/** The latest of several, whatever their order. */
export function latestAttempt(charges: readonly Charge[]): LatestAttempt {
  return charges.map(attemptOf).reduce(laterAttempt, NO_ATTEMPT);
}
