import type { Charge, LinkPaymentsParameters } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../../src/app/packages/sync/src/ports.ts';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';
import { linkPayments } from '../../../src/app/packages/sync/src/use-cases/link/link-payments.ts';
import { syncPayments } from '../../../src/app/packages/sync/src/use-cases/sync-payments.ts';
import { charge } from '../../builders/charge.ts';
import { customer } from '../../builders/customer.ts';
import { randomFrom } from '../../builders/random-from.ts';
import { fakePorts } from '../fake-ports.ts';
import type { VirtualClock } from './clock.ts';
import { virtualClock } from './clock.ts';
import type { FakeHubSpot } from './hubspot.ts';
import { CREATED_AT, fakeHubSpot } from './hubspot.ts';

export const DEALS = ['1', '2', '3', '4'] as const;
export const CUSTOMERS = ['cus_a', 'cus_b', 'cus_c'] as const;

/** Two payments of each customer, each twice the one before, so that a sum tells which are in it. */
export const CHARGES: readonly Charge[] = CUSTOMERS.flatMap((customerId, which) =>
  [0, 1].map((nth) =>
    charge({
      id: `ch_${customerId.slice(4)}${String(nth)}`,
      customerId,
      amountMinor: 100 * 2 ** (which * 2 + nth),
    }),
  ),
);

export const dealRef = (recordId: string): RecordRef => ({ objectType: 'deal', recordId });

/** Ids of the payments that a saved sum is made of. */
export function chargesIn(amountPaid: string | null): readonly string[] {
  const total = Math.round(Number(amountPaid ?? '0'));
  return CHARGES.filter(({ amountMinor }) => (total & (amountMinor / 100)) !== 0).map(
    ({ id }) => id,
  );
}

const person = (recordId: string, email: string, additional: string | null = null) => ({
  objectType: 'contact' as const,
  recordId,
  properties: { email, hs_additional_emails: additional },
});

/** Ada has one deal and pays by an additional email, Ben has two, and the third customer is no contact. */
const ACCOUNT = {
  records: [
    ...DEALS.map((recordId) => ({
      ...dealRef(recordId),
      properties: { dealname: `Deal ${recordId}` },
    })),
    person('11', 'ada@example.com', 'x@example.com;a@example.com'),
    person('12', 'b@example.com'),
  ],
  associations: [
    [dealRef('1'), { objectType: 'contact', recordId: '11' }],
    [dealRef('2'), { objectType: 'contact', recordId: '12' }],
    [dealRef('3'), { objectType: 'contact', recordId: '12' }],
  ],
} as const;

const BUDGET_MS = 13_000;
const KEPT_FOR_WRITING_MS = 2_500;

type Async = (...given: never[]) => Promise<unknown>;

/** Each call takes a while before it arrives and a while before its answer does; some answers are lost. */
function overNetwork<T extends object>(
  target: T,
  { wait }: VirtualClock,
  random: () => number,
  lossOf: (name: string) => number,
): T {
  const delay = (): number => (random() < 0.05 ? 2_000 * random() : 20 + 200 * random());
  return new Proxy(target, {
    get: (methods, name) => {
      const method = Reflect.get(methods, name) as unknown;
      if (typeof method !== 'function') return method;
      return async (...given: never[]) => {
        await wait(delay());
        const answer = await (method as Async).apply(methods, given);
        await wait(delay());
        if (random() < lossOf(String(name))) throw new SyncError('write-unconfirmed');
        return answer;
      };
    },
  });
}

export interface World {
  readonly clock: VirtualClock;
  readonly random: () => number;
  readonly hubspot: FakeHubSpot;
  /** The ports of one invocation. */
  readonly invocation: () => Ports;
  readonly valueOf: (dealId: string, property: string) => string | null;
}

export function createWorld(seed: number): World {
  const random = randomFrom(seed);
  const clock = virtualClock(Date.parse('2026-11-22T12:00:00Z'));
  const slowestMs = 5_000 * random();
  const hubspot = fakeHubSpot(clock, ACCOUNT, () => slowestMs * random());
  const byId = Object.fromEntries(
    CHARGES.flatMap((each) => [
      [each.id, [each]],
      [each.paymentIntentId ?? each.id, [each]],
    ]),
  );
  const byCustomer = Object.fromEntries(
    CUSTOMERS.map((id) => [id, CHARGES.filter(({ customerId }) => customerId === id)]),
  );
  const customers = CUSTOMERS.map((id) => customer({ id, email: `${id.slice(4)}@example.com` }));
  const invocation = (): Ports => {
    const ports = fakePorts({ charges: { ...byId, ...byCustomer }, customers, nowMs: clock.nowMs });
    const endsAtMs = clock.nowMs() + BUDGET_MS - KEPT_FOR_WRITING_MS;
    const remainingMs = (): number => Math.max(0, endsAtMs - clock.nowMs());
    return {
      ...ports,
      time: { remainingMs, wait: (ms) => clock.wait(Math.min(ms, remainingMs())) },
      stripe: overNetwork(ports.stripe, clock, random, () => 0),
      crm: overNetwork(hubspot.store, clock, random, (name) => (name === 'write' ? 0.02 : 0)),
    };
  };
  const valueOf = (dealId: string, property: string): string | null =>
    hubspot.versionsOf(dealRef(dealId), property)[0] ?? null;
  return { clock, random, hubspot, invocation, valueOf };
}

type Asked<T> = T extends unknown ? Omit<T, 'objectType'> : never;

/** What a person can ask for on a deal. */
export type Action =
  | { readonly action: 'sync' }
  | Exclude<Asked<LinkPaymentsParameters>, { readonly action: 'search' | 'payments' }>;

/** What became of an action, as the person saw it. */
export interface ActionOutcome {
  readonly dealId: string;
  readonly asked: Action;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly failure: SyncError | undefined;
  /** False where the reply says that the figures are not saved. */
  readonly areFiguresSaved: boolean;
  /** Ids that another deal took, as the person saw. */
  readonly taken: readonly string[];
  /** Payments in the saved figures of each deal when it began. */
  readonly hadBefore: ReadonlyMap<string, readonly string[]>;
}

const REPEATS = 6;

type Done = Pick<ActionOutcome, 'taken' | 'areFiguresSaved'>;

const SAVED: Done = { taken: [], areFiguresSaved: true };

async function perform(world: World, dealId: string, asked: Action): Promise<Done> {
  const viewed = { ...dealRef(dealId), createdAt: CREATED_AT };
  if (asked.action === 'sync') {
    await syncPayments(world.invocation(), viewed);
    return SAVED;
  }
  for (let call = 1; call <= REPEATS; call += 1) {
    const outcome = await linkPayments(world.invocation(), viewed, {
      ...asked,
      objectType: 'deal',
    });
    if (!('isSettled' in outcome)) return SAVED;
    const { taken, figures } = outcome;
    if (!outcome.isSettled) continue;
    return { taken: taken.map(({ id }) => id), areFiguresSaved: figures.status === 'saved' };
  }
  throw new SyncError('timeout');
}

/** Does it, and where the payment is another deal's, moves it, as the person is offered. */
export async function act(
  world: World,
  dealId: string,
  first: Action,
): Promise<readonly ActionOutcome[]> {
  const outcomes: ActionOutcome[] = [];
  let asked = first;
  for (;;) {
    const startedAtMs = world.clock.nowMs();
    const hadBefore = new Map(
      DEALS.map((id) => [id as string, chargesIn(world.valueOf(id, 'stripe_amount_paid'))]),
    );
    const { failure, ...rest } = await perform(world, dealId, asked).then(
      (done) => ({ failure: undefined, ...done }),
      (error: unknown) => {
        if (error instanceof SyncError)
          return { failure: error, taken: [], areFiguresSaved: false };
        throw error;
      },
    );
    const endedAtMs = world.clock.nowMs();
    outcomes.push({ dealId, asked, startedAtMs, endedAtMs, failure, ...rest, hadBefore });
    const other = failure?.failure.claimedBy?.recordId;
    if (other === undefined || asked.action !== 'assign' || outcomes.length > 4) return outcomes;
    asked = { ...asked, moveFrom: [...(asked.moveFrom ?? []), other] };
    await world.clock.wait(1_000 * world.random());
  }
}
