import type { ObjectType } from '@stripe-payments/core';
import type { ChargeRow } from '../../../sandbox/stripe/entities/payments.ts';
import type { Store } from '../../../sandbox/stripe/store/store.ts';
import type { StormWorld } from './world.ts';

export const PLURALS = { deal: 'deals', contact: 'contacts', company: 'companies' } as const;

type Side = Pick<StormWorld, 'stripe' | 'hubspot'>;

const listed = (text: string | null, separator: RegExp): readonly string[] =>
  (text ?? '').split(separator).filter((part) => part !== '');

export const storedIn =
  ({ hubspot }: Side, objectType: ObjectType, id: string) =>
  (name: string): string | null =>
    hubspot.store.valueOf(PLURALS[objectType], id, name);

/** A charge that took money, paid no invoice and has a customer: its evidence is all on itself. */
function isPlain({ invoicePayments }: Store, charge: ChargeRow): boolean {
  const paysInvoice = invoicePayments
    .newestFirst()
    .some(({ paymentIntent }) => paymentIntent === charge.paymentIntent);
  return charge.status === 'succeeded' && charge.isCaptured && !paysInvoice;
}

/** How good a record's evidence for a charge is, by docs/how-payments-match.md: the lower the better. */
function rankOf(side: Side, objectType: ObjectType, id: string, charge: ChargeRow): number {
  const stored = storedIn(side, objectType, id);
  const { paymentIntents, customers } = side.stripe.world.store;
  const customer = customers.get(charge.customer ?? '');
  const intent = paymentIntents.get(charge.paymentIntent);
  const ids = [id, ...listed(stored('hs_merged_object_ids'), /;/)];
  const key = `hubspot_${objectType}_id`;
  const links = listed(stored('stripe_customer_id'), /[,\s]+/);
  const assigned = listed(stored('stripe_payment_ids'), /[,\s]+/);
  const emails = [...listed(stored('email'), /;/), ...listed(stored('hs_additional_emails'), /;/)];
  const isNamedBy = (metadata: Readonly<Record<string, string>> = {}): boolean =>
    ids.includes(metadata[key] ?? '');
  const evidence = [
    assigned.includes(charge.id) || assigned.includes(charge.paymentIntent),
    isNamedBy(charge.metadata) || isNamedBy(intent?.metadata),
    links.includes(charge.customer ?? ''),
    isNamedBy(customer?.metadata),
    objectType === 'contact' && links.length === 0 && emails.includes(customer?.email ?? ''),
  ];
  const best = evidence.indexOf(true);
  return best === -1 ? Infinity : best;
}

interface Leader {
  readonly id: string;
  readonly rank: number;
}

/** Who has the best evidence; several where it is equal, none where there is none. */
function leadersOf(side: Side, objectType: ObjectType, charge: ChargeRow): readonly Leader[] {
  const ranks = side.hubspot.store
    .listObjects(PLURALS[objectType])
    .map(({ id }) => ({ id, rank: rankOf(side, objectType, id, charge) }));
  const best = Math.min(...ranks.map(({ rank }) => rank));
  return ranks.filter(({ rank }) => rank === best && rank !== Infinity);
}

/** The primary one, or the only one. */
function companyOf({ hubspot }: Side, dealId: string): string | undefined {
  const companies = hubspot.store.associatedWith('deals', dealId, 'companies');
  const primary = companies.find(({ types }) => types.some(({ label }) => label === 'Primary'));
  return (primary ?? (companies.length === 1 ? companies[0] : undefined))?.id;
}

/** Where a plain charge must count; null for nowhere, undefined where this simple computation cannot tell. */
function ownerOf(side: Side, objectType: ObjectType, charge: ChargeRow): string | null | undefined {
  const [leader, ...equals] = leadersOf(
    side,
    objectType === 'contact' ? 'contact' : 'deal',
    charge,
  );
  if (leader === undefined) return undefined;
  if (objectType !== 'company') return equals.length === 0 ? leader.id : null;
  const [own] = leadersOf(side, 'company', charge);
  const isOutweighed = own !== undefined && own.rank < leader.rank;
  return equals.length > 0 || isOutweighed ? undefined : companyOf(side, leader.id);
}

/** Plain charges that must count on the record and do not, or must not and do. */
export function misplacedOn(
  side: Side,
  objectType: ObjectType,
  recordId: string,
  countedIds: readonly string[],
): readonly string[] {
  const { store } = side.stripe.world;
  const plain = store.charges.newestFirst().filter((row) => isPlain(store, row));
  return plain.flatMap((charge) => {
    const owner = ownerOf(side, objectType, charge);
    const isCounted = countedIds.includes(charge.id);
    if (owner === undefined || isCounted === (owner === recordId)) return [];
    return [`${charge.id} ${isCounted ? 'counts, and must not' : 'does not count'}`];
  });
}

const text = (minor: number): string => (minor / 100).toFixed(2);

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

/** What Stripe's own rows say of some charges, added up by hand; the account settles in one currency. */
export function figuresOf(
  { stripe }: Side,
  chargeIds: readonly string[],
): Readonly<Record<string, string>> {
  const { charges, refunds, disputes, balanceTransactions } = stripe.world.store;
  const own = chargeIds.flatMap((id) => charges.get(id) ?? []);
  const paid = own.filter(({ status, isCaptured }) => status === 'succeeded' && isCaptured);
  const isUnsettled = paid.some(({ unsettled }) => unsettled.length > 0);
  const taken = own.filter(({ status }) => status !== 'failed');
  const currencies = new Set(taken.map(({ currency }) => currency));
  const ofPaid = (status: string, origin: string): boolean =>
    origin === 'customer' && ['succeeded', 'pending', 'requires_action'].includes(status);
  const refunded = paid.flatMap(({ id }) =>
    refunds.inGroup(id).filter(({ status, origin }) => ofPaid(status, origin)),
  );
  const sources = own
    .filter(({ status }) => status !== 'pending')
    .flatMap(({ id, failureBalanceTransaction }) => [
      ...balanceTransactions.inGroup(id),
      ...[...refunds.inGroup(id), ...disputes.inGroup(id)].flatMap((row) =>
        balanceTransactions.inGroup(row.id),
      ),
      ...[balanceTransactions.get(failureBalanceTransaction ?? '')].flatMap((row) => row ?? []),
    ]);
  const rows = [...new Set(sources)];
  return {
    stripe_payment_count: String(paid.length),
    ...(currencies.size === 1 && {
      stripe_amount_paid: text(sum(paid.map(({ amountCaptured }) => amountCaptured))),
      stripe_amount_refunded: text(sum(refunded.map(({ amount }) => amount))),
    }),
    ...(paid.length > 0 && { stripe_fee_status: isUnsettled ? 'pending' : 'final' }),
    ...(paid.length > 0 &&
      !isUnsettled && {
        stripe_fee_amount: text(sum(rows.map(({ fee }) => fee))),
        stripe_net_amount: text(sum(rows.map(({ amount, fee }) => amount - fee))),
      }),
  };
}
