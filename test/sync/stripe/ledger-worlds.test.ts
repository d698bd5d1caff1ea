import type { Ledger } from '@stripe-payments/core';
import { ledgerOf } from '@stripe-payments/core';
import { expect } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import type { StripeSandbox } from '../../../sandbox/stripe/index.ts';
import { createStripeSandbox } from '../../../sandbox/stripe/index.ts';
import { createSharedList } from '../../../src/app/packages/sync/src/stripe/batches.ts';
import { readCharges } from '../../../src/app/packages/sync/src/stripe/charges.ts';
import {
  completeCharge,
  sharedDisputes,
} from '../../../src/app/packages/sync/src/stripe/complete-charge.ts';
import { statusOfCharge } from '../../../src/app/packages/core/src/status/charge-status.ts';
import type { PaymentStory } from '../../builders/payment-stories.ts';
import {
  capturedOf,
  enact,
  returnedOf,
  SETTLED,
  someStories,
} from '../../builders/payment-stories.ts';
import { test } from '../../builders/laws.ts';
import { clientOf } from './sandbox-client.ts';

const NOW_MS = Date.UTC(2026, 10, 16, 9);

/** The adapter against the stand-in. */
async function readAll(sandbox: StripeSandbox, customer: string) {
  const { world } = sandbox;
  const stripe = clientOf(sandbox);
  let found: Parameters<typeof completeCharge>[1][] = [];
  await readCharges(stripe, { customer }, (charges) => {
    found = [...charges];
  });
  world.catchUp();
  const disputesOf = createSharedList(sharedDisputes(stripe), {
    lengths: new Map(),
    nowMs: () => NOW_MS,
  });
  return Promise.all(found.map((charge) => completeCharge(stripe, charge, disputesOf)));
}

const inAll = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);

const refundedOf = ({ refunds }: PaymentStory): number =>
  inAll(refunds.filter(({ end }) => end !== 'failed').map(({ amount }) => amount));

const failedOf = ({ refunds }: PaymentStory): number =>
  inAll(refunds.filter(({ end }) => end === 'failed').map(({ amount }) => amount));

function awayOf({ dispute, taken }: PaymentStory): number {
  switch (dispute?.end) {
    case 'open':
    case 'answered':
    case 'lost':
      return dispute.amount;
    case 'lost-in-part':
      // Without balance transactions nothing tells that a part came back.
      return taken === 'outside' ? dispute.amount : dispute.amount - returnedOf(dispute.amount);
    default:
      return 0;
  }
}

/** What a payment came to, from what happened to it alone: nothing of it is computed from Stripe's objects. */
function statusOfStory(story: PaymentStory): string {
  const captured = capturedOf(story);
  if (captured === 0) return story.taken === 'authorized' ? 'authorized' : 'released';
  const end = story.dispute?.end;
  if (end === 'open' || end === 'answered') return 'disputed';
  if (end === 'lost' || end === 'lost-in-part') return 'dispute_lost';
  const refunded = refundedOf(story);
  if (refunded === 0) return 'paid';
  return refunded >= captured ? 'refunded' : 'partially_refunded';
}

const isLost = ({ dispute }: PaymentStory): boolean =>
  dispute?.end === 'lost' || dispute?.end === 'lost-in-part';

function presentmentOf(stories: readonly PaymentStory[]): Ledger['presentment'] {
  const currencies = [...new Set(stories.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const inCurrency = stories.filter((story) => story.currency === currency);
    const paid = inCurrency.filter((story) => capturedOf(story) > 0);
    const held = inCurrency.filter((story) => statusOfStory(story) === 'authorized');
    return {
      currency,
      capturedMinor: inAll(paid.map(capturedOf)),
      refundedMinor: inAll(paid.map(refundedOf)),
      disputedMinor: inAll(paid.map(awayOf)),
      refundFailedMinor: inAll(paid.map(failedOf)),
      lostMinor: inAll(paid.filter((story) => isLost(story)).map(awayOf)),
      processingMinor: 0,
      authorizedMinor: inAll(held.map(({ amount }) => amount)),
    };
  });
}

/** Currency and net of every balance transaction that a payment caused: all that the stand-in has. */
function netsOf({ world: { store } }: StripeSandbox): ReadonlyMap<string, bigint> {
  const nets = new Map<string, bigint>();
  for (const { currency, amount, fee } of store.balanceTransactions.newestFirst()) {
    nets.set(currency, (nets.get(currency) ?? 0n) + BigInt(amount) - BigInt(fee));
  }
  return nets;
}

function unsettledOf(stories: readonly PaymentStory[], kind: string): number {
  const paid = stories.filter((story) => capturedOf(story) > 0);
  if (kind === 'settled-outside') {
    return inAll(paid.filter(({ taken }) => taken === 'outside').map(capturedOf));
  }
  const waiting = paid
    .filter(({ taken }) => taken !== 'outside')
    .flatMap(({ refunds }) => refunds.filter(({ end }) => end === 'waiting'));
  return inAll(waiting.map(({ amount }) => amount));
}

test.prop([someStories], { numRuns: 150 })(
  'whatever happens to payments, the ledger says what happened, and net is what Stripe has written',
  async (stories) => {
    const sandbox = createStripeSandbox({
      seed: 7,
      clock: createManualClock(NOW_MS),
      monotonicNowMs: () => 0,
      settlementCurrencies: [...SETTLED],
    });
    const { id: customer } = sandbox.world.createCustomer({ name: 'Ada' });
    const ids = stories.map((story) => enact(sandbox.world, story, { customer, nowMs: NOW_MS }));
    const charges = await readAll(sandbox, customer);
    const ledger = ledgerOf(charges, NOW_MS / 1_000);
    const statusBy = new Map(charges.map((charge) => [charge.id, statusOfCharge(charge)]));
    expect(ids.map((id) => statusBy.get(id))).toEqual(stories.map(statusOfStory));
    expect(ledger.presentment).toEqual(presentmentOf(stories));
    const nets = ledger.settlement.map(({ currency, netMinor }) => [currency, BigInt(netMinor)]);
    expect(new Map(nets as [string, bigint][])).toEqual(netsOf(sandbox));
    expect(ledger.feeStatus).not.toBe('pending');
    for (const kind of ['settled-outside', 'refund-pending']) {
      const named = ledger.unsettled.filter((each) => each.kind === kind);
      expect(inAll(named.map(({ amountMinor }) => amountMinor))).toBe(unsettledOf(stories, kind));
    }
  },
);
