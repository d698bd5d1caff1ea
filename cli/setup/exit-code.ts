import type { ErrorCode, Failure, SetupReport } from '@stripe-payments/core';
import { verdictsOf } from '@stripe-payments/core';

export const EXIT = {
  /** Everything is right, or done. */
  done: 0,
  /** Something is in the way, a step failed, or a person said no. */
  blocked: 1,
  usage: 2,
  /** It passes with time. */
  unreachable: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const PASSING: ReadonlySet<ErrorCode> = new Set([
  'stripe-unreachable',
  'stripe-wrong-answer',
  'stripe-rate-limited',
  'hubspot-unreachable',
  'hubspot-wrong-answer',
  'hubspot-rate-limited',
  'hubspot-daily-limit',
  'claims-unchecked',
  'timeout',
  'setup-unfinished',
  'setup-too-slow',
]);

export const isPassing = ({ code }: Failure): boolean => PASSING.has(code);

export const exitCodeOf = (error: Failure): ExitCode =>
  isPassing(error) ? EXIT.unreachable : EXIT.blocked;

/** Failures of what could not be checked. */
function errorsIn({ stripeKey, crm, properties }: SetupReport): readonly Failure[] {
  const parts = [
    ...(stripeKey.status === 'usable' ? [stripeKey.account, stripeKey.settlementCurrencies] : []),
    crm,
    ...(crm.isReadable ? [crm.account, crm.records] : []),
    properties,
  ];
  return [
    ...(stripeKey.status === 'unusable' ? [stripeKey.error] : []),
    ...parts.flatMap((part) => (part.isReadable ? [] : [part.error])),
  ];
}

/** True where a part of the report is missing for a reason that passes. */
export const isIncomplete = (report: SetupReport): boolean => errorsIn(report).some(isPassing);

export function exitCodeOfReport(report: SetupReport): ExitCode {
  if (isIncomplete(report)) return EXIT.unreachable;
  return Object.values(verdictsOf(report)).includes('blocked') ? EXIT.blocked : EXIT.done;
}
