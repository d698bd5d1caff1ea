import type { ObjectType } from '@stripe-payments/core';
import { WorldRefusal } from '../../../sandbox/stripe/world/context.ts';
import type { StripeWorld } from '../../../sandbox/stripe/world/index.ts';
import { PLURALS } from './truth.ts';
import type { StormWorld } from './world.ts';

/** A small account, and what happens in it. */
export interface Storm extends StormWorld {
  readonly seed: number;
  readonly priceId: string;
  readonly customers: readonly string[];
  readonly domains: readonly string[];
  /** Each with what was done, for a report. */
  readonly done: string[];
}

export const pick = <T>({ random }: Pick<Storm, 'random'>, items: readonly T[]): T | undefined =>
  items[Math.floor(random() * items.length)];

export const chance = ({ random }: Storm, probability: number): boolean => random() < probability;

export const recordsOf = ({ hubspot }: Storm, objectType: ObjectType): readonly string[] =>
  hubspot.store.listObjects(PLURALS[objectType]).map(({ id }) => id);

/** A record's present id or one that was merged into it: both are its own. */
function anyIdOf(storm: Storm, objectType: ObjectType): string {
  const { store } = storm.hubspot;
  const id = pick(storm, recordsOf(storm, objectType)) ?? '';
  const merged = store.valueOf(PLURALS[objectType], id, 'hs_merged_object_ids') ?? '';
  return pick(storm, [id, ...merged.split(';').filter((each) => each !== '')]) ?? id;
}

export type Act = (storm: Storm, stripe: StripeWorld) => unknown;

export const amountOf = ({ random }: Storm): number => 1_000 + Math.floor(random() * 50_000);

/** One of the newest. */
export function recent<T extends { readonly id: string }>(
  storm: Storm,
  rows: readonly T[],
  fits: (row: T) => boolean = () => true,
): string {
  const row = pick(storm, rows.filter(fits).slice(0, 4));
  if (row === undefined) throw new WorldRefusal('There is none yet.');
  return row.id;
}

/** Both forms of a partial capture and of a canceled authorization (before and since 2025-03-31). */
const versionOf = (storm: Storm): { readonly apiVersion?: string } =>
  chance(storm, 0.5) ? { apiVersion: '2024-06-20' } : {};

function someMetadata(storm: Storm): Readonly<Record<string, string>> {
  if (!chance(storm, 0.35)) return {};
  const objectType = chance(storm, 0.7) ? 'deal' : 'contact';
  return { [`hubspot_${objectType}_id`]: anyIdOf(storm, objectType) };
}

const somePayment = (storm: Storm) => ({
  amount: amountOf(storm),
  currency: chance(storm, 0.25) ? 'eur' : 'usd',
  customer: pick(storm, storm.customers) ?? '',
  metadata: someMetadata(storm),
});

const charge = (storm: Storm, stripe: StripeWorld): string =>
  recent(storm, stripe.store.charges.newestFirst());

export const AT_STRIPE: Readonly<Record<string, Act>> = {
  pay: (storm, stripe) => stripe.payByCard(somePayment(storm)),
  payAgain: (storm, stripe) => stripe.payByCard(somePayment(storm)),
  payOnceMore: (storm, stripe) => stripe.payByCard(somePayment(storm)),
  authorize: (storm, stripe) => stripe.authorize(somePayment(storm)),
  capture: (storm, stripe) => {
    const id = recent(storm, stripe.store.charges.newestFirst(), ({ isCaptured }) => !isCaptured);
    const part = chance(storm, 0.5) ? { amount: 500 } : {};
    return stripe.capture(id, { ...part, ...versionOf(storm) });
  },
  cancelAuthorization: (storm, stripe) => {
    const id = recent(storm, stripe.store.charges.newestFirst(), ({ isCaptured }) => !isCaptured);
    return stripe.cancelAuthorization(id, versionOf(storm));
  },
  refund: (storm, stripe) => stripe.refund(charge(storm, stripe), { amount: 100 }),
  refundLater: (storm, stripe) =>
    stripe.refund(charge(storm, stripe), { amount: 150, isWaiting: true }),
  sendRefund: (storm, stripe) =>
    stripe.sendRefund(recent(storm, stripe.store.refunds.newestFirst())),
  failRefund: (storm, stripe) =>
    stripe.failRefund(recent(storm, stripe.store.refunds.newestFirst())),
  decline: (storm, stripe) =>
    stripe.payDeclined({ ...somePayment(storm), reason: 'insufficient_funds' }),
  inquire: (storm, stripe) => stripe.openInquiry(charge(storm, stripe)),
  dispute: (storm, stripe) => stripe.openDispute(charge(storm, stripe)),
  disputeMore: (storm, stripe) => stripe.openDispute(charge(storm, stripe), { amount: 900 }),
  win: (storm, stripe) => stripe.winDispute(recent(storm, stripe.store.disputes.newestFirst())),
  lose: (storm, stripe) => stripe.loseDispute(recent(storm, stripe.store.disputes.newestFirst())),
  winPart: (storm, stripe) =>
    stripe.loseDispute(recent(storm, stripe.store.disputes.newestFirst()), { returned: 300 }),
  debit: (storm, stripe) => stripe.startBankDebit({ ...somePayment(storm), currency: 'usd' }),
  debitEnds: (storm, stripe) => {
    const id = recent(
      storm,
      stripe.store.charges.newestFirst(),
      ({ status }) => status === 'pending',
    );
    return chance(storm, 0.5) ? stripe.bankDebitSucceeds(id) : stripe.bankDebitFails(id);
  },
  invoice: (storm, stripe) => {
    const customer = pick(storm, storm.customers) ?? '';
    const lines = [{ description: 'Work', amount: amountOf(storm) }];
    const metadata = someMetadata(storm);
    const { id } = stripe.createInvoice({ customer, lines, metadata, dueMs: storm.nowMs() + 9e8 });
    return stripe.finalizeInvoice(id);
  },
  payInvoice: (storm, stripe) =>
    stripe.payInvoice(recent(storm, stripe.store.invoices.newestFirst())),
  endInvoice: (storm, stripe) => {
    const id = recent(storm, stripe.store.invoices.newestFirst());
    return chance(storm, 0.5) ? stripe.voidInvoice(id) : stripe.payInvoiceOutside(id);
  },
  subscribe: (storm, stripe) =>
    stripe.createSubscription({
      customer: pick(storm, storm.customers) ?? '',
      items: [{ price: storm.priceId }],
      metadata: someMetadata(storm),
      payment: chance(storm, 0.7) ? 'succeeds' : 'fails',
    }),
  renew: (storm, stripe) =>
    stripe.renewSubscription(recent(storm, stripe.store.subscriptions.newestFirst())),
  unsubscribe: (storm, stripe) =>
    stripe.cancelSubscription(recent(storm, stripe.store.subscriptions.newestFirst())),
  moveEmail: (storm, stripe) => {
    const email = `moved${String(Math.floor(storm.random() * 3))}@elsewhere.example`;
    return stripe.changeCustomer(pick(storm, storm.customers) ?? '', { email });
  },
  nameCustomer: (storm, stripe) =>
    stripe.changeCustomer(pick(storm, storm.customers) ?? '', { metadata: someMetadata(storm) }),
  nameCharge: (storm, stripe) =>
    stripe.changeCharge(charge(storm, stripe), { metadata: someMetadata(storm) }),
};
