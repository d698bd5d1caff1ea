import { vi } from 'vitest';
import { createBudget } from '../../../src/app/packages/sync/src/http/budget.ts';
import { createTransport } from '../../../src/app/packages/sync/src/http/transport.ts';
import {
  createHubSpotClient,
  createHubSpotRateLimit,
} from '../../../src/app/packages/sync/src/hubspot/client.ts';
import { createPropertySchema } from '../../../src/app/packages/sync/src/hubspot/properties.ts';
import type { PropertySchema } from '../../../src/app/packages/sync/src/use-cases/setup/setup-ports.ts';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

interface Answer {
  readonly status: number;
  readonly body?: object;
}

export const sent: Sent[] = [];

export const refusal = (message: string, errors: readonly object[] = []) => ({
  status: 'error',
  message,
  category: 'VALIDATION_ERROR',
  correlationId: 'c-1',
  errors,
});

/** HubSpot's properties, every answer of which is given by the path. */
export function schemaOver(answerTo: (request: Sent) => Answer): PropertySchema {
  vi.stubGlobal('fetch', (url: string, init: { method: string; body: string | null }) => {
    const { pathname, search } = new URL(url);
    const body: unknown = init.body === null ? undefined : JSON.parse(init.body);
    const request = { method: init.method, path: `${pathname}${search}`, body };
    sent.push(request);
    const answer = answerTo(request);
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return Promise.resolve(new Response(text, { status: answer.status }));
  });
  return schemaOverFetch();
}

/** Every request is tried once. */
export function schemaOverFetch(): PropertySchema {
  const transport = createTransport({
    budget: createBudget(60_000, () => performance.now()),
    rateLimit: createHubSpotRateLimit(),
    random: () => 0,
    attemptMs: 1_000,
    maxRetries: 0,
  });
  const client = createHubSpotClient({
    accessToken: 'pat-na1-x',
    apiBaseUrl: undefined,
    transport,
  });
  return createPropertySchema({ client, batching: client, language: 'en', hasActions: false });
}

export const always = (status: number, body?: object): PropertySchema =>
  schemaOver(() => ({ status, ...(body === undefined ? {} : { body }) }));
