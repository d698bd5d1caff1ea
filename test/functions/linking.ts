import type { LinkPaymentsReply } from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { StripeWorld } from '../../sandbox/stripe/world/index.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { forgetRequests, isWrite, named, requestsOf } from './requests.ts';
import type { Environment } from './run-main.ts';
import { loadMain, VIRTUAL_TIME } from './run-main.ts';

const HOUR_MS = 60 * 60 * 1_000;

/** The stand-ins' time goes with the functions' while a call waits. */
const TICK_MS = 500;

type Properties = Readonly<Record<string, string>>;

/** A world for the tests of one file, and what people do in it. */
export function useLinking() {
  const main = loadMain('link-payments');
  let world: FunctionsWorld;
  beforeAll(async () => {
    world = await startFunctionsWorld();
  });
  afterAll(() => world.close());
  beforeEach(() => forgetRequests(world));

  const advance = (durationMs: number) =>
    world.hubspot.send('POST', '/clock/advance', { durationMs });
  const stripe = (): StripeWorld => world.world.stripe.world;
  /** A deal without contacts and payments. */
  const newDeal = (properties: Properties = {}): string =>
    world.world.hubspot.store.createObject('deals', { dealname: 'A new deal', ...properties }).id;
  const payer = (name = 'Zelda Quartermaine') => {
    const atMs = NOW_MS - 9 * HOUR_MS;
    return stripe().createCustomer({ name, email: 'zelda@quartermaine.example', atMs });
  };
  const payment = (metadata: Properties = {}) =>
    stripe().payByCard({
      amount: 12_300,
      currency: 'usd',
      customer: payer().id,
      metadata,
      atMs: NOW_MS - 8 * HOUR_MS,
    });
  /** Time goes on while a deal waits until searches know its claim. */
  const ask = async (
    dealId: string,
    parameters: object,
    environment: Environment = {},
  ): Promise<LinkPaymentsReply> => {
    let timer: symbol | undefined;
    const goOn = (): void => {
      timer = VIRTUAL_TIME.setTimeout(() => {
        world.passTime(TICK_MS);
        goOn();
      }, TICK_MS);
    };
    goOn();
    try {
      // As the card does: a call that could not wait for the search is made again.
      for (;;) {
        const reply = await world.linkPayments(dealId, { main, parameters, environment });
        if (!reply.ok || !('isSettled' in reply) || reply.isSettled) return reply;
      }
    } finally {
      VIRTUAL_TIME.clearTimeout(timer);
    }
  };
  return {
    main,
    world: () => world,
    stripe,
    newDeal,
    payer,
    payment,
    ask,
    changed: async (dealId: string, parameters: object, environment: Environment = {}) => {
      const reply = succeeded(await ask(dealId, parameters, environment));
      if (!('isSettled' in reply)) throw new Error('A change was asked for.');
      return reply;
    },
    /** HubSpot and Stripe learn of a write in their searches some time later. */
    letSearchesCatchUp: () => advance(61_000),
    writes: async (): Promise<readonly string[]> =>
      named((await requestsOf(world)).filter(isWrite)),
    /** Writes of the properties in which people link and assign; figures follow in others. */
    idWrites: async (): Promise<readonly string[]> =>
      named(
        (await requestsOf(world)).filter(
          (request) =>
            request.method === 'PATCH' && /"stripe_(?:customer_id|payment_ids)"/.test(request.body),
        ),
      ),
  };
}
