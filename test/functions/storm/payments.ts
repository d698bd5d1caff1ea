import type { ObjectType } from '@stripe-payments/core';
import { OBJECT_TYPES, PAYMENT_TYPES } from '@stripe-payments/core';
import type { Storm } from './at-stripe.ts';
import { figuresOf, PLURALS, storedIn } from './truth.ts';

/** What a fresh computation counts on a record. */
export interface CountedOn {
  readonly objectType: ObjectType;
  readonly id: string;
  readonly counted: readonly string[];
}

interface Payment {
  readonly values: Readonly<Record<string, string>>;
  readonly ties: Readonly<Record<ObjectType, readonly string[]>>;
}

type Payments = ReadonlyMap<string, readonly Payment[]>;

/** What is written on HubSpot's own payments beside this app's properties. */
const OF_HUBSPOT = [
  'hs_initial_amount',
  'hs_initiated_date',
  'hs_currency_code',
  'hs_customer_email',
  'hs_fees_amount',
  'hs_refunds_amount',
  'hs_latest_status',
  'hs_payment_method_type',
  'hs_payment_method_last_4',
  'hs_payout_date',
  'hs_reference_number',
  'hs_processor_type',
];

const isCompared = (name: string): boolean =>
  OF_HUBSPOT.includes(name) || (name.startsWith('stripe_') && name !== 'stripe_read_at');

/** Every payment record of the account by its charge: one each, if all is well. */
export function paymentsIn({ hubspot, records }: Storm): Payments {
  const found = new Map<string, Payment[]>();
  if (records === null) return found;
  const { store } = hubspot;
  const typeId = store.resolveType(PAYMENT_TYPES[records]) ?? 'deals';
  const names = store
    .properties(typeId)
    .list(false)
    .map(({ name }) => name);
  for (const { id } of store.listObjects(typeId)) {
    const values = Object.fromEntries(
      names
        .filter((name) => isCompared(name))
        .map((name) => [name, store.valueOf(typeId, id, name) ?? '']),
    );
    const tiesTo = (type: ObjectType) =>
      store.associatedWith(typeId, id, PLURALS[type]).map((each) => each.id);
    const ties = { deal: tiesTo('deal'), contact: tiesTo('contact'), company: tiesTo('company') };
    const charge = values['stripe_charge_id'] ?? '';
    found.set(charge, [...(found.get(charge) ?? []), { values, ties }]);
  }
  return found;
}

/** Ties that differ from what counts where. */
function wrongTies(charge: string, { ties }: Payment, views: readonly CountedOn[]) {
  return OBJECT_TYPES.flatMap((type) => {
    const right = views
      .filter(({ objectType, counted }) => objectType === type && counted.includes(charge))
      .map(({ id }) => id);
    const has = [...ties[type]].sort().join(' ');
    return has === right.sort().join(' ')
      ? []
      : [`is tied to ${type} ${has}, not ${right.join(' ')}`];
  });
}

const isEqual = (left: string, right: string): boolean =>
  left === right || (left !== '' && right !== '' && Number(left) === Number(right));

/** HubSpot's own amounts that are not what Stripe's rows add up to: a fee only in the payment's currency. */
function wrongOfHubSpot(storm: Storm, id: string, { values }: Payment) {
  const row = storm.stripe.world.store.charges.get(id);
  if (row === undefined) return [];
  const sums = figuresOf(storm, [id]);
  const isCaptured = row.status === 'succeeded' && row.isCaptured;
  const amount = isCaptured ? row.amountCaptured : row.amount;
  const right: Readonly<Record<string, string>> = {
    hs_initial_amount: (amount / 100).toFixed(2),
    hs_currency_code: row.currency.toUpperCase(),
    hs_processor_type: 'none',
    ...(isCaptured && { hs_refunds_amount: sums['stripe_amount_refunded'] ?? '' }),
    // The account settles in US dollars.
    ...(isCaptured && {
      hs_fees_amount: row.currency === 'usd' ? (sums['stripe_fee_amount'] ?? '') : '',
    }),
  };
  return Object.entries(right).filter(([name, value]) => !isEqual(values[name] ?? '', value));
}

/** Values that a fresh process writes otherwise, or that are not what Stripe's rows add up to. */
function wrongValues(storm: Storm, charge: string, before: Payment, after: Payment) {
  const fresh = Object.entries(after.values).filter(
    ([name, value]) => before.values[name] !== value,
  );
  const added = Object.entries(figuresOf(storm, [charge])).filter(([name, value]) => {
    const has = before.values[name];
    return has !== undefined && has !== value && Number(has) !== Number(value);
  });
  const ofHubSpot =
    storm.records === 'hubspot-payments' ? wrongOfHubSpot(storm, charge, before) : [];
  return [...fresh, ...added, ...ofHubSpot].map(
    ([name, value]) => `${name} is ${before.values[name] ?? ''}, not ${value}`,
  );
}

/** A deal's net is what its payments' records add up to. */
function wrongSums(storm: Storm, before: Payments, { objectType, id, counted }: CountedOn) {
  const net = storedIn(storm, objectType, id)('stripe_net_amount');
  if (net === null) return [];
  const nets = counted.map((charge) => before.get(charge)?.[0]?.values['stripe_net_amount'] ?? '');
  const cents = nets.reduce((sum, text) => sum + Math.round(Number(text) * 100), 0);
  return cents === Math.round(Number(net) * 100)
    ? []
    : [`${objectType}/${id}: its payment records add up to ${String(cents / 100)}, not ${net}`];
}

/** How the payment records differ from what a fresh process makes of them, and from Stripe's rows. */
export function paymentDifferences(
  storm: Storm,
  before: Payments,
  views: readonly CountedOn[],
): readonly string[] {
  if (storm.records === null) return [];
  const after = paymentsIn(storm);
  // Those that nothing matches have a record too.
  const made = storm.stripe.world.store.charges.newestFirst().map(({ id }) => id);
  const charges = [...new Set([...made, ...before.keys()])];
  const ofCharges = charges.flatMap((charge) => {
    const [payment, ...others] = before.get(charge) ?? [];
    const [fresh] = after.get(charge) ?? [];
    if (payment === undefined || fresh === undefined) return [`${charge} has no record`];
    return [
      ...others.map(() => 'has two records'),
      ...wrongTies(charge, payment, views),
      ...wrongValues(storm, charge, payment, fresh),
    ].map((text) => `${charge} ${text}`);
  });
  return [...ofCharges, ...views.flatMap((view) => wrongSums(storm, before, view))];
}
