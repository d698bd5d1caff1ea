import type { ObjectType } from '@stripe-payments/core';
import { OBJECT_TYPES, PAYMENT_OBJECT } from '@stripe-payments/core';
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

/** Every payment record of the account by its charge: one each, if all is well. */
export function paymentsIn({ hubspot, hasPaymentRecords }: Storm): Payments {
  const found = new Map<string, Payment[]>();
  if (!hasPaymentRecords) return found;
  const { store } = hubspot;
  const { typeId } = store.customObjects.require(`p_${PAYMENT_OBJECT}`);
  const names = store
    .properties(typeId)
    .list(false)
    .map(({ name }) => name);
  for (const { id } of store.listObjects(typeId)) {
    const values = Object.fromEntries(
      names
        .filter((name) => name.startsWith('stripe_') && name !== 'stripe_read_at')
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

/** Values that a fresh process writes otherwise, or that are not what Stripe's rows add up to. */
function wrongValues(storm: Storm, charge: string, before: Payment, after: Payment) {
  const fresh = Object.entries(after.values).filter(
    ([name, value]) => before.values[name] !== value,
  );
  const added = Object.entries(figuresOf(storm, [charge])).filter(([name, value]) => {
    const has = before.values[name];
    return has !== undefined && has !== value && Number(has) !== Number(value);
  });
  return [...fresh, ...added].map(
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
  if (!storm.hasPaymentRecords) return [];
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
