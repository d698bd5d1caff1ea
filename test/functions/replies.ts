import type { Reply, RepliedFailure } from '@stripe-payments/core';

/** What a reply brings when all went well; fails the test with the reply's code otherwise. */
export function succeeded<T extends object>(reply: Reply<T>): T {
  if (reply.ok) return reply;
  throw new Error(`The function answered ${JSON.stringify(reply.error)}`);
}

/** The error of a reply; fails the test when there is none. */
export function failureOf(reply: Reply<object>): RepliedFailure {
  if (!reply.ok) return reply.error;
  throw new Error('The function was expected to fail.');
}
