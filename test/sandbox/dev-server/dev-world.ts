import { Hono } from 'hono';
import { createDevServerApp } from '../../../sandbox/dev-server/app.ts';
import type { BuiltCard, BuiltPage, DevServerParts } from '../../../sandbox/dev-server/parts.ts';
import { createCallGate } from '../../../sandbox/dev-server/parts.ts';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import type { RunningServer } from '../../../sandbox/http/serve.ts';
import { serveOnLoopback } from '../../../sandbox/http/serve.ts';
import { createHubSpotSandbox } from '../../../sandbox/hubspot/index.ts';
import type { HubSpotSandbox } from '../../../sandbox/hubspot/index.ts';

export const accessToken = 'pat-na1-a-token-that-the-page-must-not-see';

const startMs = Date.parse('2026-11-20T10:00:00Z');

const scopes = ['deals', 'contacts', 'companies'].flatMap((type) =>
  ['objects', 'schemas'].flatMap((kind) => [
    `crm.${kind}.${type}.read`,
    `crm.${kind}.${type}.write`,
  ]),
);

interface FunctionCall {
  readonly serverlessFunction: string;
  readonly parameters: unknown;
  readonly objectQuery?: { readonly objectId: number; readonly objectPropertyNames: string[] };
}

export interface DevWorld {
  readonly url: string;
  readonly hubspot: HubSpotSandbox;
  readonly functionCalls: readonly FunctionCall[];
  /** Resolves when no function runs. */
  readonly whenIdle: () => Promise<void>;
  /** Ends the calls of the function `waits`. */
  readonly release: () => void;
  /** Pages that hear of builds. */
  readonly listenerCount: () => number;
  readonly emit: (message: Parameters<Parameters<DevServerParts['onReload']>[0]>[0]) => void;
  readonly close: () => Promise<void>;
}

/** Answers as HubSpot's executor does: a function that throws is a 400 with `errors`. */
function createFunctions(
  calls: FunctionCall[],
  released: Promise<void>,
  onCall: (call: FunctionCall) => void,
): Hono {
  const functions = new Hono();
  functions.post('/action/function/1', async (context) => {
    const call = await context.req.json<FunctionCall>();
    calls.push(call);
    onCall(call);
    if (call.serverlessFunction === 'waits') await released;
    if (call.serverlessFunction === 'throws') {
      const errors = [{ message: 'The function failed: Error: boom.' }];
      return context.json({ status: 'error', message: 'A problem', errors }, 400);
    }
    return context.json({ logId: 'n/a', response: { ok: true, parameters: call.parameters } });
  });
  return functions;
}

function createAccounts(): DevServerParts['accountSide'] {
  let current = 'on';
  const action = (id: string, label: string) => ({ id, label, isCurrent: current === id });
  return {
    parts: () => [
      {
        id: 'switch',
        title: 'Switch',
        state: `It is ${current}`,
        actions: [action('on', 'Turn on'), action('off', 'Turn off')],
      },
    ],
    act: (part, id) => {
      if (part !== 'switch') return Promise.reject(new Error(`There is no ${part}.`));
      current = id;
      return Promise.resolve(`Turned ${id}`);
    },
  };
}

/** Has a customer for each one that the scene is asked for. */
function createStripeSide(): Hono {
  const stripe = new Hono();
  stripe.get('/_sandbox/scene', (context) => {
    const { customers = '', deal = '' } = context.req.query();
    const shown = customers === '' ? [] : [{ id: customers, name: `Pays for ${deal}` }];
    return context.json({ nowMs: startMs, payments: [], customers: shown });
  });
  stripe.post('/_sandbox/actions', (context) =>
    context.json({ error: 'Nothing is left to refund.' }, 409),
  );
  return stripe;
}

function seed({ store }: HubSpotSandbox): void {
  store.createGroup('deals', { name: 'stripe_payments', label: 'Stripe payments' });
  for (const name of ['stripe_customer_id', 'stripe_payment_ids']) {
    const fields = { type: 'string', fieldType: 'text', groupName: 'stripe_payments' } as const;
    store.createProperty('deals', { name, label: name, ...fields });
  }
  store.createProperty('deals', {
    name: 'stripe_net_amount',
    label: 'Net',
    type: 'number',
    fieldType: 'number',
    groupName: 'stripe_payments',
  });
  const deal = { dealname: 'Website relaunch', amount: '4800', stripe_customer_id: 'cus_1' };
  store.createObject('deals', { ...deal, deal_currency_code: 'USD' }, '9001');
  store.createObject('contacts', { email: 'ada@example.com', firstname: 'Ada' }, '101');
  store.associate('deals', '9001', 'contacts', '101');
  store.records.letSearchKnow();
}

export interface DevWorldOptions {
  readonly cards?: readonly BuiltCard[];
  readonly pages?: readonly BuiltPage[];
  readonly variables?: DevServerParts['variables'];
}

export async function startDevWorld(options: DevWorldOptions = {}): Promise<DevWorld> {
  const { cards = [], pages = [], variables = {} } = options;
  const clock = createManualClock(startMs);
  const hubspot = createHubSpotSandbox({
    clock,
    monotonicNowMs: () => performance.now(),
    seed: 1,
    tokens: { [accessToken]: scopes },
    account: {
      portalId: 42,
      timeZone: 'US/Eastern',
      companyCurrency: 'USD',
      additionalCurrencies: ['EUR'],
    },
  });
  seed(hubspot);
  const functionCalls: FunctionCall[] = [];
  const gate = createCallGate();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const functions = createFunctions(functionCalls, released, ({ objectQuery }) => {
    if (objectQuery === undefined) return;
    const id = String(objectQuery.objectId);
    hubspot.store.updateObject('deals', id, { stripe_net_amount: '1213.45' });
  });
  const servers: RunningServer[] = [];
  const serve = async (app: Hono): Promise<string> => {
    const server = await serveOnLoopback(app);
    servers.push(server);
    return server.url;
  };
  const listeners = new Set<Parameters<DevServerParts['onReload']>[0]>();
  const app = createDevServerApp({
    hubspot: { url: await serve(hubspot.app), token: accessToken, kind: 'sandbox' },
    stripe: { url: await serve(createStripeSide()), kind: 'sandbox' },
    stories: new Map([['deals/9001', 'Paid in full.']]),
    cards: () => cards,
    pages: () => pages,
    actions: () => [],
    appName: 'Payments',
    variables,
    functionsUrl: await serve(functions),
    functionCalls: gate,
    accountSide: createAccounts(),
    startupLine: 'All is sandbox.',
    clock,
    onReload: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return {
    url: await serve(app),
    hubspot,
    functionCalls,
    whenIdle: gate.whenIdle,
    release,
    listenerCount: () => listeners.size,
    emit: (message) => {
      for (const listener of listeners) listener(message);
    },
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}
