import { PROPERTY_NAMES } from '@stripe-payments/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadMain, runMain } from './run-main.ts';

const createdate = '2026-11-22T12:00:00Z';
const context = {
  propertiesToSend: { hs_object_id: '9001', createdate },
  parameters: { objectType: 'deal' },
};

/** Where requests went, each with the credential that it carried. */
let sent: { readonly origin: string; readonly authorization: string | null }[] = [];

const record = {
  id: '9001',
  createdAt: createdate,
  updatedAt: createdate,
  archived: false,
  properties: {
    ...Object.fromEntries(PROPERTY_NAMES.map((name) => [name, null])),
    hs_object_id: '9001',
    createdate,
    stripe_customer_id: 'cus_1',
  },
};

const emptyPage = { object: 'list', data: [], has_more: false, next_page: null, url: '/' };

beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', (target: string | URL | Request, init?: RequestInit) => {
    const request = new Request(target, init);
    const { origin, pathname } = new URL(request.url);
    sent.push({ origin, authorization: request.headers.get('authorization') });
    return Promise.resolve(Response.json(pathname.startsWith('/v1/') ? emptyPage : record));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const STRIPE = 'Bearer sk_test_redirectionTests00000';
const HUBSPOT = 'Bearer pat-na1-redirection-tests-0000';

async function destinations(
  baseUrl: string,
): Promise<readonly (readonly [string, string | null])[]> {
  const environment = {
    STRIPE_SECRET_KEY: STRIPE.slice(7),
    PRIVATE_APP_ACCESS_TOKEN: HUBSPOT.slice(7),
    STRIPE_API_BASE_URL: baseUrl,
    HUBSPOT_API_BASE_URL: baseUrl,
  };
  await runMain(loadMain('get-payments'), environment, context);
  const pairs = sent.map(({ origin, authorization }) => [origin, authorization] as const);
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}

describe('keys go to their own APIs', () => {
  test.each([
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
    'http://127.0.0.1:80@evil.example/',
    'http://[::ffff:1.2.3.4]',
    'https://evil.example/http://127.0.0.1',
    '//localhost',
    'not a URL',
  ])('given the redirection %j', async (baseUrl) => {
    expect(await destinations(baseUrl)).toEqual([
      ['https://api.hubapi.com', HUBSPOT],
      ['https://api.stripe.com', STRIPE],
    ]);
  });
});

test('a loopback redirection is followed by both', async () => {
  expect(await destinations('http://127.0.0.1:4010')).toEqual([
    ['http://127.0.0.1:4010', HUBSPOT],
    ['http://127.0.0.1:4010', STRIPE],
  ]);
});
