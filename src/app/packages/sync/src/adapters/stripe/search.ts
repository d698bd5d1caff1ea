import Stripe from 'stripe';
import type { ChargeSink, RecordRef } from '../../ports.ts';
import { CHARGE_EXPANSIONS } from './map-charge.ts';
import { eachSearchPage } from './pages.ts';
import type { ChargeReader } from './reader.ts';
import { inList, listCharges, PAGE_SIZE, takeCharges } from './reader.ts';

/**
 * Search is not offered everywhere (not in India, for one). What exactly Stripe answers there could not
 * be confirmed, so any refusal of the request itself counts; a missing permission does not.
 */
function isSearchUnavailable(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    (error.statusCode === 400 || error.statusCode === 404)
  );
}

const pageAfter = (after: string | undefined): { page?: string } =>
  after === undefined ? {} : { page: after };

async function searchCharges(
  reader: ChargeReader,
  query: string,
  sink: ChargeSink,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const expand = inList(CHARGE_EXPANSIONS);
  await eachSearchPage(
    reader.caller,
    (after, timeout) =>
      reader.stripe.charges.search(
        { query, limit: PAGE_SIZE, expand, ...pageAfter(after) },
        { timeout },
      ),
    (charges) => {
      for (const charge of charges) found.add(charge.id);
      takeCharges(reader, charges, sink);
    },
  );
  return found;
}

async function searchIntents(
  reader: ChargeReader,
  query: string,
): Promise<readonly Stripe.PaymentIntent[]> {
  const intents: Stripe.PaymentIntent[] = [];
  await eachSearchPage(
    reader.caller,
    (after, timeout) =>
      reader.stripe.paymentIntents.search(
        { query, limit: PAGE_SIZE, ...pageAfter(after) },
        { timeout },
      ),
    (page) => intents.push(...page),
  );
  return intents;
}

/**
 * A PaymentIntent's metadata is copied to its charges when they are made. Where it came later, the
 * charges are not found by search, and are read by the PaymentIntent's id.
 */
function intentsWithUnseenCharges(
  intents: readonly Stripe.PaymentIntent[],
  found: ReadonlySet<string>,
): readonly string[] {
  return intents.flatMap(({ id, latest_charge: latest }) => {
    if (latest === null) return [];
    return found.has(typeof latest === 'string' ? latest : latest.id) ? [] : [id];
  });
}

/** Charges whose metadata, or whose PaymentIntent's, names the record. */
export async function chargesNaming(
  reader: ChargeReader,
  { objectType, recordId }: RecordRef,
  sink: ChargeSink,
): Promise<'searched' | 'search-unavailable'> {
  const query = `metadata["hubspot_${objectType}_id"]:"${recordId}"`;
  try {
    const [found, intents] = await Promise.all([
      searchCharges(reader, query, sink),
      searchIntents(reader, query),
    ]);
    await Promise.all(
      intentsWithUnseenCharges(intents, found).map((id) =>
        reader.limit(() => listCharges(reader, { payment_intent: id }, sink)),
      ),
    );
    return 'searched';
  } catch (error) {
    if (isSearchUnavailable(error)) return 'search-unavailable';
    throw error;
  }
}
