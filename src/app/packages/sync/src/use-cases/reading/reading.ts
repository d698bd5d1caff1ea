import type { StripeObjects } from '@stripe-payments/core';
import type { ObjectSink, PaymentSource } from '../../ports.ts';
import { asSyncError, type SyncError } from '../../sync-error.ts';
import { mergeAllObjects, mergeObjects } from './found-objects.ts';
import { perform } from './perform.ts';
import type { Step } from './step.ts';

/** What was read so far, and why something could not be. */
export interface ReadResult {
  readonly objects: StripeObjects;
  readonly failures: readonly SyncError[];
  readonly isSearchUnavailable: boolean;
}

/** Reads Stripe step by step, each step once, all that are known at the same time. */
export interface Reading {
  /** Returns when these steps and all that follow from them are done; failures are in the result. */
  run(steps: readonly Step[]): Promise<void>;
  result(): ReadResult;
}

export interface ReadingOptions {
  readonly follow: (step: Step, found: Partial<StripeObjects>) => readonly Step[];
}

/** Answers of a search, which may be a minute old. */
const isBehind = ({ kind }: Step): boolean =>
  kind === 'naming' || kind === 'addresses' || kind === 'domain';

export function createReading(stripe: PaymentSource, { follow }: ReadingOptions): Reading {
  const started = new Set<string>();
  const searched: Partial<StripeObjects>[] = [];
  const listed: Partial<StripeObjects>[] = [];
  const knownCustomers = new Set<string>();
  const failures: SyncError[] = [];
  let isSearchUnavailable = false;

  const isNew = (step: Step): boolean => {
    if (step.kind === 'customer' && knownCustomers.has(step.customerId)) return false;
    const key = JSON.stringify(step);
    if (started.has(key)) return false;
    started.add(key);
    return true;
  };

  const runStep = async (step: Step): Promise<void> => {
    const found: Partial<StripeObjects>[] = [];
    const sink: ObjectSink = (objects) => {
      found.push(objects);
      (isBehind(step) ? searched : listed).push(objects);
      for (const { id } of objects.customers ?? []) knownCustomers.add(id);
    };
    try {
      const outcome = await perform(stripe, step, sink);
      if (outcome === 'search-unavailable') isSearchUnavailable = true;
    } catch (error) {
      failures.push(asSyncError(error));
    }
    await run(follow(step, mergeAllObjects(found)));
  };

  const run = async (steps: readonly Step[]): Promise<void> => {
    await Promise.all(steps.filter(isNew).map(runStep));
  };

  return {
    run,
    result: () => ({
      objects: mergeObjects(mergeAllObjects(searched), mergeAllObjects(listed)),
      failures: [...failures],
      isSearchUnavailable,
    }),
  };
}
