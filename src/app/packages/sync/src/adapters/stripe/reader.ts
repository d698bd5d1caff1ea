import type { Charge } from '@stripe-payments/core';
import type { LimitFunction } from 'p-limit';
import type Stripe from 'stripe';
import type { ChargeSink } from '../../ports.ts';
import type { Caller } from '../../resilience/retry.ts';
import { CHARGE_EXPANSIONS, mapCharge } from './map-charge.ts';
import { eachListPage } from './pages.ts';

/** The largest page that Stripe gives. */
export const PAGE_SIZE = 100;

/** What reading charges needs, and what it learns on the way. */
export interface ChargeReader {
  readonly stripe: Stripe;
  readonly caller: Caller;
  /** Bounds calls of one kind that are under way at once. */
  readonly limit: LimitFunction;
  /** Charges whose nested refund list was cut at ten. */
  readonly withMoreRefunds: Set<string>;
  /** Charges with disputes, which a charge does not carry. */
  readonly disputed: Set<string>;
}

export const inList = (paths: readonly string[]): string[] => paths.map((path) => `data.${path}`);

/** Maps charges, hands them on, and remembers which of them need another call. */
export function takeCharges(
  reader: ChargeReader,
  charges: readonly Stripe.Charge[],
  sink: ChargeSink,
): void {
  const mapped: Charge[] = [];
  for (const charge of charges) {
    if (charge.refunds?.has_more === true) reader.withMoreRefunds.add(charge.id);
    if (charge.disputed) reader.disputed.add(charge.id);
    mapped.push(mapCharge(charge));
  }
  sink(mapped);
}

type ChargeFilter = Pick<Stripe.ChargeListParams, 'customer' | 'payment_intent'>;

export function listCharges(
  reader: ChargeReader,
  filter: ChargeFilter,
  sink: ChargeSink,
): Promise<void> {
  const expand = inList(CHARGE_EXPANSIONS);
  return eachListPage(
    reader.caller,
    (after, timeout) => {
      const page = after === undefined ? {} : { starting_after: after };
      return reader.stripe.charges.list(
        { ...filter, ...page, limit: PAGE_SIZE, expand },
        { timeout },
      );
    },
    (charges) => {
      takeCharges(reader, charges, sink);
    },
  );
}

export async function retrieveCharge(
  reader: ChargeReader,
  chargeId: string,
  sink: ChargeSink,
): Promise<void> {
  const charge = await reader.caller.call((timeout) =>
    reader.stripe.charges.retrieve(chargeId, { expand: [...CHARGE_EXPANSIONS] }, { timeout }),
  );
  takeCharges(reader, [charge], sink);
}
