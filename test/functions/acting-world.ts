import type {
  AskedChange,
  AskedPayment,
  ManageBillingReply,
  RequestPaymentReply,
} from '@stripe-payments/core';
import { ACTING_UIDS, ACTION_KINDS, CONFIRMATION_PROPERTY } from '@stripe-payments/core';
import { afterAll, beforeAll } from 'vitest';
import type { FunctionsWorld } from './harness.ts';
import { asReply, sentFor, startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import type { Environment, FunctionUid } from './run-main.ts';
import { demoNowMs, FUNCTION_CLOCK, loadMain, runMain } from './run-main.ts';

/** What the key for writing is asked to be allowed. */
const WRITE_PERMISSIONS = [
  'charge_write',
  'coupon_read',
  'customer_portal_write',
  'customer_write',
  'invoice_write',
  'payment_links_write',
  'plan_write',
  'product_write',
  'promotion_code_read',
  'subscription_write',
];

const WRITE_KEY = 'rk_test_actions00000000000000';
/** The one who may edit the property in the demo. */
const USER = 1;

async function sendTo(
  { environment }: FunctionsWorld,
  url: string,
  method: 'POST' | 'PATCH',
  body: object,
): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${environment['PRIVATE_APP_ACCESS_TOKEN'] ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** A world for the tests of one file, in which the app may act. */
export function useActing() {
  let world: FunctionsWorld;
  beforeAll(async () => {
    world = await startFunctionsWorld();
    FUNCTION_CLOCK.nowMs = () => world.nowMs();
    world.world.stripe.keys.add(WRITE_KEY, WRITE_PERMISSIONS);
    for (const objectType of ['deals', 'contacts']) {
      await sendTo(
        world,
        `${world.world.hubspot.url}/crm/properties/2026-03/${objectType}`,
        'POST',
        {
          name: CONFIRMATION_PROPERTY,
          label: 'Stripe confirmation',
          groupName: 'stripe_payments',
          type: 'string',
          fieldType: 'text',
        },
      );
    }
  });
  afterAll(async () => {
    FUNCTION_CLOCK.nowMs = demoNowMs;
    await world.close();
  });
  const call = (uid: FunctionUid, recordId: string, parameters: object, environment: Environment) =>
    runMain(
      loadMain(uid),
      {
        ...world.environment,
        STRIPE_WRITE_KEY: WRITE_KEY,
        DEMO_ACTIONS: ACTION_KINDS.join(','),
        ...environment,
      },
      {
        propertiesToSend: sentFor(world.world, recordId),
        parameters: { objectType: 'deal', ...parameters },
      },
    );
  const request = async (
    recordId: string,
    parameters: object,
    environment: Environment = {},
  ): Promise<RequestPaymentReply> =>
    asReply(await call(ACTING_UIDS.requestPayment, recordId, parameters, environment));
  const manage = async (
    recordId: string,
    parameters: object,
    environment: Environment = {},
  ): Promise<ManageBillingReply> =>
    asReply(await call(ACTING_UIDS.manageBilling, recordId, parameters, environment));
  const enter = async (recordId: string, text: string): Promise<void> => {
    // HubSpot's clock tells it from the version before.
    await world.hubspot.send('POST', '/clock/advance', { durationMs: 1_000 });
    world.world.hubspot.users.edit({
      userId: USER,
      place: 'card',
      objectType: 'deals',
      id: recordId,
      properties: { [CONFIRMATION_PROPERTY]: text },
    });
  };
  const preparedChange = async (recordId: string, change: AskedChange) => {
    const reply = succeeded(await manage(recordId, { step: 'prepare', change }));
    if (reply.step !== 'prepared') throw new Error('A preview was asked for.');
    return reply;
  };
  const preparedRequest = async (recordId: string, asked: AskedPayment) => {
    const reply = succeeded(await request(recordId, { step: 'prepare', asked }));
    if (reply.step !== 'prepared') throw new Error('A preview was asked for.');
    return reply;
  };
  const newDeal = (properties: Readonly<Record<string, string>> = {}): string => {
    const given = { dealname: 'Renewal', amount: '500', deal_currency_code: 'USD', ...properties };
    return world.world.hubspot.store.createObject('deals', given).id;
  };
  return {
    world: () => world,
    stripe: () => world.world.stripe.world,
    request,
    manage,
    /** As a program writes it, with the app's own token. */
    writeByApi: async (recordId: string, text: string): Promise<void> => {
      const url = `${world.world.hubspot.url}/crm/objects/2026-03/deals/${recordId}`;
      await sendTo(world, url, 'PATCH', { properties: { [CONFIRMATION_PROPERTY]: text } });
    },
    /** The bodies of the notes on a deal's timeline, the oldest first. */
    notesOf: (recordId: string): readonly string[] => {
      const { store } = world.world.hubspot;
      return store.associatedWith('deals', recordId, 'notes').map(({ id }) => {
        const note = store.records.find('notes', id);
        return note?.history.get('hs_note_body')?.[0]?.value ?? '';
      });
    },
    /** As a user enters it in HubSpot. */
    enter,
    preparedRequest,
    preparedChange,
    newDeal,
    /** Reviewed, confirmed with what a user entered where that is asked for, and the confirmation to repeat. */
    change: async (recordId: string, change: AskedChange) => {
      const { digest, confirmation } = await preparedChange(recordId, change);
      const text = confirmation?.text;
      if (text !== undefined) await enter(recordId, text);
      const confirm = () =>
        manage(recordId, {
          step: 'confirm',
          change,
          digest,
          ...(text !== undefined && { confirmation: text }),
        });
      const done = succeeded(await confirm());
      if (done.step !== 'done') throw new Error('It was to be done.');
      return { done, again: confirm };
    },
    /** An open invoice over 250.00 USD that was requested on a new deal. */
    invoiceOnDeal: async () => {
      const { id: customerId } = world.world.stripe.world.createCustomer({
        name: 'Ada',
        email: 'ada@example.com',
      });
      const deal = newDeal({ stripe_customer_id: customerId });
      const asked: AskedPayment = {
        method: 'invoice',
        subject: { kind: 'amount', amount: '250.00', currency: 'usd', description: 'Setup' },
        collectsTax: false,
        payee: { customerId },
        daysUntilDue: 30,
        delivery: 'copy',
      };
      const { digest } = await preparedRequest(deal, asked);
      const made = succeeded(await request(deal, { step: 'confirm', asked, digest }));
      if (made.step !== 'done') throw new Error('An invoice was asked for.');
      return { deal, customerId, id: made.request.id };
    },
  };
}
