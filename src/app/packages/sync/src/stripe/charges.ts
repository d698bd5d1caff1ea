import type { Charge } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { CHARGE_EXPANSIONS, mapCharge } from './map-charge.ts';
import { eachListPage } from './pages.ts';
import type { StripeReader } from './reader.ts';
import { inLane, inList, PAGE_SIZE, startingAfter } from './reader.ts';

type ChargeFilter = Pick<Stripe.ChargeListParams, 'customer' | 'payment_intent'>;

export function eachChargePage(
  reader: StripeReader,
  filter: ChargeFilter,
  onPage: (charges: readonly Charge[]) => void,
): Promise<void> {
  const expand = inList(CHARGE_EXPANSIONS);
  return eachListPage(
    inLane(reader, 'charges'),
    (after, timeout) =>
      reader.stripe.charges.list(
        { ...filter, ...startingAfter(after), limit: PAGE_SIZE, expand },
        { timeout },
      ),
    (charges) => {
      onPage(charges.map(mapCharge));
    },
  );
}

/** A charge (`ch_`, `py_`) or all attempts of a PaymentIntent (`pi_`). */
export async function chargesOfPayment(
  reader: StripeReader,
  paymentId: string,
): Promise<readonly Charge[]> {
  if (paymentId.startsWith('pi_')) {
    const charges: Charge[] = [];
    await eachChargePage(reader, { payment_intent: paymentId }, (page) => charges.push(...page));
    return charges;
  }
  const charge = await inLane(reader, 'charges').call((timeout) =>
    reader.stripe.charges.retrieve(paymentId, { expand: [...CHARGE_EXPANSIONS] }, { timeout }),
  );
  return [mapCharge(charge)];
}
