import type { Charge, ReplyError } from '@stripe-payments/core';
import type { ChargeSink, PaymentSource, RecordRef } from '../ports.ts';
import { SyncError } from '../sync-error.ts';

/** Where to look for a record's payments. */
export interface ReadPlan extends RecordRef {
  readonly customerIds: readonly string[];
  readonly paymentIds: readonly string[];
}

/** Charges as far as they could be read, and why some could not. */
export interface ChargeRead {
  readonly charges: readonly Charge[];
  readonly problems: readonly ReplyError[];
  readonly isSearchUnavailable: boolean;
}

function failuresOf(outcomes: readonly PromiseSettledResult<unknown>[]): readonly SyncError[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.status === 'fulfilled') return [];
    const reason: unknown = outcome.reason;
    return [reason instanceof SyncError ? reason : new SyncError('unexpected', { cause: reason })];
  });
}

/** One failure a cause: the same wrong key need not be told once for every customer. */
function distinctProblems(failures: readonly SyncError[]): readonly ReplyError[] {
  const problems = failures.map((failure) => failure.toReplyError());
  const key = ({ code, detail }: ReplyError): string => `${code}/${detail ?? ''}`;
  return [...new Map(problems.map((problem) => [key(problem), problem])).values()];
}

function into(charges: Map<string, Charge>): ChargeSink {
  return (page) => {
    for (const charge of page) charges.set(charge.id, charge);
  };
}

/**
 * All charges that any evidence could tie to the record, read in parallel.
 * @throws {SyncError} where nothing could be read; a part that was read is kept, with the problem.
 */
export async function readCharges(stripe: PaymentSource, plan: ReadPlan): Promise<ChargeRead> {
  const searched = new Map<string, Charge>();
  const listed = new Map<string, Charge>();
  const outcomes = await Promise.allSettled([
    ...plan.customerIds.map((id) => stripe.chargesOfCustomer(id, into(listed))),
    ...plan.paymentIds.map((id) => stripe.chargesOfPayment(id, into(listed))),
    stripe.chargesNaming(plan, into(searched)),
  ]);
  // A search is about a minute behind: whatever comes last, what a list says is newer.
  const charges = new Map([...searched, ...listed]);
  const failures = failuresOf(outcomes);
  const [first] = failures;
  if (first !== undefined && charges.size === 0) throw first;
  return {
    charges: [...charges.values()],
    problems: distinctProblems(failures),
    isSearchUnavailable: outcomes.some(
      (outcome) => outcome.status === 'fulfilled' && outcome.value === 'search-unavailable',
    ),
  };
}
