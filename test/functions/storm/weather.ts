import { untilAborted } from '../straight.ts';
import type { VirtualTime } from '../virtual-time.ts';

type Fetch = typeof globalThis.fetch;

/** A request on its way to a stand-in. */
interface Exchange {
  readonly service: 'stripe' | 'hubspot';
  readonly url: string;
  readonly body: string | null;
  /** Lets it take effect. */
  readonly serve: () => Promise<Response>;
  readonly wait: (durationMs: number) => Promise<void>;
}

/** Undefined where this fault cannot happen to this request. */
type Fault = (exchange: Exchange) => Promise<Response> | undefined;

const LOST_MS = 300_000;

const json = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

const reset = (): never => {
  throw new TypeError('fetch failed', { cause: new Error('read ECONNRESET') });
};

function rateLimited({ service }: Exchange): Response {
  return service === 'stripe'
    ? json(
        429,
        { error: { type: 'invalid_request_error', code: 'rate_limit', message: 'Slow down.' } },
        { 'stripe-rate-limited-reason': 'global-concurrency' },
      )
    : json(429, {
        status: 'error',
        message: 'You have reached your ten_secondly_rolling limit.',
        errorType: 'RATE_LIMIT',
        policyName: 'TEN_SECONDLY_ROLLING',
      });
}

const failed = ({ service }: Exchange): Response =>
  service === 'stripe'
    ? json(500, { error: { type: 'api_error', message: 'Something went wrong.' } })
    : json(500, { status: 'error', message: 'internal error', correlationId: 'c' });

/** A batch of which only a part is answered. */
async function partly({ body: asked, serve }: Exchange): Promise<Response> {
  const { inputs } = JSON.parse(asked ?? '') as { inputs: readonly { id: string }[] };
  const whole = await serve();
  const body = (await whole.json()) as { results: readonly object[] };
  const errors = [
    {
      status: 'error',
      category: 'INTERNAL_ERROR',
      message: 'A part of the batch failed.',
      context: { ids: [inputs.at(-1)?.id ?? ''] },
    },
  ];
  return json(207, { ...body, results: body.results.slice(0, -1), numErrors: 1, errors });
}

async function cut({ serve }: Exchange): Promise<Response> {
  const response = await serve();
  const text = await response.text();
  const { status, headers } = response;
  return new Response(text.slice(0, text.length / 2), { status, headers });
}

const afterServing =
  (then: (exchange: Exchange) => Promise<Response> | Response): Fault =>
  async (exchange) => {
    await exchange.serve();
    return then(exchange);
  };

const lost = async ({ wait }: Exchange): Promise<never> => {
  await wait(LOST_MS);
  return reset();
};

const GATEWAY = new Response('<html>502 Bad Gateway</html>', { status: 502 });

const FAULTS: Readonly<Record<string, Fault>> = {
  '429': (exchange) => Promise.resolve(rateLimited(exchange)),
  '500': (exchange) => Promise.resolve(failed(exchange)),
  '500 after it took effect': afterServing(failed),
  '502': () => Promise.resolve(GATEWAY.clone()),
  '502 after it took effect': afterServing(() => GATEWAY.clone()),
  '423': ({ service }) =>
    service === 'hubspot'
      ? Promise.resolve(json(423, { status: 'error', message: 'Locked', category: 'LOCKED' }))
      : undefined,
  '207': (exchange) => (exchange.url.endsWith('/batch/read') ? partly(exchange) : undefined),
  reset: () => Promise.resolve().then(reset),
  'reset after it took effect': afterServing(reset),
  hang: lost,
  'hang after it took effect': afterServing(lost),
  'slow answer': async ({ wait, serve }) => {
    await wait(5_000);
    return serve();
  },
  'cut answer': cut,
};

interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/** What requests meet between the functions and the stand-ins, without a socket. */
export class Weather {
  /** How probable a fault is at each request. */
  roughness = 0;
  readonly tally: Record<string, number> = {};

  constructor(
    private readonly apps: Readonly<Record<string, Exchange['service']>>,
    private readonly standIns: Readonly<Record<Exchange['service'], App>>,
    private readonly random: () => number,
    private readonly time: () => VirtualTime,
  ) {}

  readonly send = (...[input, init = {}]: Parameters<Fetch>): Promise<Response> => {
    const signal = init.signal ?? new AbortController().signal;
    // The transport sends texts only.
    return untilAborted(this.answer(input as string, init, signal), signal);
  };

  count(what: string): void {
    this.tally[what] = (this.tally[what] ?? 0) + 1;
  }

  private async answer(url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
    const service = this.apps[new URL(url).origin];
    if (service === undefined) throw new Error(`There is no ${url}.`);
    const { method = 'GET', headers = {}, body = null } = init;
    const exchange: Exchange = {
      service,
      url,
      body: typeof body === 'string' ? body : null,
      serve: async () => this.standIns[service].fetch(new Request(url, { method, headers, body })),
      wait: (durationMs) => this.time().wait(durationMs, signal),
    };
    // Different every time, so that calls of two invocations fall between each other.
    await exchange.wait(20 + Math.floor(this.random() * 300));
    if (this.random() >= this.roughness) return exchange.serve();
    const names = Object.keys(FAULTS);
    const name = names[Math.floor(this.random() * names.length)] ?? '';
    const faulty = FAULTS[name]?.(exchange);
    if (faulty === undefined) return exchange.serve();
    this.count(name);
    return faulty;
  }
}
