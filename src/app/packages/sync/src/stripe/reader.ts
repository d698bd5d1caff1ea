import type Stripe from 'stripe';
import type { Caller } from '../http/retry.ts';
import type { Catalogue } from './catalogue.ts';
import type { Lane, Pace } from './pace.ts';

/** The largest page that Stripe gives. */
export const PAGE_SIZE = 100;

/** What every read needs. */
export interface StripeReader {
  readonly stripe: Stripe;
  readonly caller: Caller;
  readonly pace: Pace;
  readonly catalogue: Catalogue;
}

export const inLane = ({ pace, caller }: StripeReader, lane: Lane): Caller => pace.in(lane, caller);

export const inList = (paths: readonly string[]): string[] => paths.map((path) => `data.${path}`);

/** Where a list goes on. */
export const startingAfter = (after: string | undefined): { starting_after?: string } =>
  after === undefined ? {} : { starting_after: after };
