import type { ErrorCode } from '@stripe-payments/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { kindOfKey } from '../../../src/app/packages/sync/src/stripe/client.ts';
import { stripeFailure } from '../../../src/app/packages/sync/src/stripe/errors.ts';
import type { Given } from '../services.ts';
import { EMPTY_LIST, NEVER, serve, settled, wired } from '../services.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const MESSAGE = 'Words of Stripe.';

const envelope = (fields: object = {}) => ({
  error: { type: 'api_error', message: MESSAGE, ...fields },
});

const answer = (status: number, fields: object = {}): Given => ({
  status,
  headers: { 'request-id': 'req_1' },
  body: envelope(fields),
});

const limited = answer(429, { type: 'invalid_request_error', code: 'rate_limit' });
const locked = answer(429, { type: 'invalid_request_error', code: 'lock_timeout' });
const retryable: Given = { ...answer(400), headers: { 'stripe-should-retry': 'true' } };

const PASSING: readonly (readonly [string, Given | null, ErrorCode])[] = [
  ['a broken connection', null, 'stripe-unreachable'],
  ['409', answer(409), 'stripe-unreachable'],
  ['429 of a rate limit', limited, 'stripe-rate-limited'],
  ['429 of a lock timeout', locked, 'stripe-rate-limited'],
  ['500', answer(500), 'stripe-unreachable'],
  ['502', answer(502), 'stripe-unreachable'],
  ['503', answer(503), 'stripe-unreachable'],
  ['504', answer(504), 'stripe-unreachable'],
  ['an empty 502', { status: 502 }, 'stripe-unreachable'],
  ["a gateway's page with 404", { status: 404, body: '<html></html>' }, 'stripe-unreachable'],
  ["a gateway's JSON with 503", { status: 503, body: { message: 'busy' } }, 'stripe-unreachable'],
  ['an empty 200', { status: 200 }, 'stripe-wrong-answer'],
  ['a 200 that is a bare value', { status: 200, body: '"ok"' }, 'stripe-wrong-answer'],
  ['a 500 that is a bare value', { status: 500, body: 'true' }, 'stripe-unreachable'],
  ['a 400 that Stripe says to retry', retryable, 'stripe-refused'],
];

/** A read of one list, answered so as long as `times` says, and then with an empty list. */
async function readCharges(given: Given | null, times = Infinity) {
  const requests = serve(() => (requests.length > times ? EMPTY_LIST : given));
  const { error, elapsedMs } = await settled(
    wired().stripe.chargesOfCustomer('cus_1', () => undefined),
  );
  return { error, elapsedMs, tries: requests.length };
}

describe.each(PASSING)('%s', (_name, given, code) => {
  test('once is retried', async () => {
    expect(await readCharges(given, 1)).toMatchObject({ error: undefined, tries: 2 });
  });

  test('that lasts has its code after six tries', async () => {
    expect(await readCharges(given)).toMatchObject({ error: { code }, tries: 6 });
  });

  test('is not retried where Stripe says so', async () => {
    if (given === null || given.status === 200) return;
    const refused = { ...given, headers: { ...given.headers, 'stripe-should-retry': 'false' } };
    expect((await readCharges(refused)).tries).toBe(1);
  });
});

const missing = (message: string): Given =>
  answer(404, { type: 'invalid_request_error', code: 'resource_missing', message });

const permission = (slug: string): string =>
  `The provided key does not have the required permissions. Having the 'rak_${slug}' permission would allow this request to continue.`;

const LASTING: readonly (readonly [Given, object])[] = [
  [answer(401), { code: 'stripe-key-invalid' }],
  [answer(403), { code: 'stripe-permission', detail: MESSAGE }],
  [
    answer(403, { message: permission('charge_read') }),
    { code: 'stripe-permission', detail: permission('charge_read'), permission: 'charge_read' },
  ],
  [
    answer(403, { message: permission('permission_of_next_year') }),
    { code: 'stripe-permission', detail: permission('permission_of_next_year') },
  ],
  [answer(400), { code: 'stripe-refused', detail: MESSAGE }],
  [
    missing("No such customer: 'cus_1'"),
    { code: 'unknown-customer', detail: "No such customer: 'cus_1'" },
  ],
  [
    missing("No such price: 'price_1'"),
    { code: 'stripe-refused', detail: "No such price: 'price_1'" },
  ],
  [
    missing("No such customer: 'cus_1'; a similar object exists in live mode"),
    {
      code: 'wrong-mode',
      detail: "No such customer: 'cus_1'; a similar object exists in live mode",
    },
  ],
];

test.each(LASTING)('%j is reported without a retry: %j', async (given, failure) => {
  const { error, tries } = await readCharges(given);
  expect(error).toMatchObject({ failure: { ...failure, requestId: 'req_1' } });
  expect(tries).toBe(1);
});

const refused = (message: string): Given => answer(400, { type: 'invalid_request_error', message });

test.each([
  refused('The search feature is temporarily unavailable in your region.'),
  refused('search feature unavailable for merchant'),
])('a search that the account does not have is none: %j', async (given) => {
  serve(() => given);
  const { stripe } = wired();
  expect(await settled(stripe.customersOfDomain('walnut.example'))).toMatchObject({
    value: { found: [], outcome: 'search-unavailable' },
  });
});

test.each([refused('Bad query'), missing('No such thing'), answer(400)])(
  'a search refused for another reason is no search that found nothing: %j',
  async (given) => {
    serve(() => given);
    const { stripe } = wired();
    const { error } = await settled(stripe.customersOfDomain('walnut.example'));
    expect(error).toMatchObject({ code: 'stripe-refused' });
  },
);

test('a write that the key may not do has a code of its own, with the same facts', async () => {
  serve(() => answer(403, { message: permission('charge_write') }));
  const claim = { objectType: 'deal', recordId: '1' } as const;
  const { error } = await settled(wired().stripe.writeClaim('charge', 'ch_1', claim));
  expect(error).toMatchObject({
    failure: { code: 'stripe-write-permission', requestId: 'req_1' },
  });
});

test('a write carries the same idempotency key in every try', async () => {
  const requests = serve(() => null);
  const claim = { objectType: 'deal', recordId: '1' } as const;
  await settled(wired().stripe.writeClaim('charge', 'ch_1', claim));
  const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys).toHaveLength(6);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/./);
});

test('a programming error is reported as unexpected', () => {
  const failure = stripeFailure(new TypeError('x'), { notFound: 'unknown-payment' });
  expect([failure.code, failure.detail]).toEqual(['unexpected', undefined]);
});

describe('a Stripe that never answers', () => {
  test('ends a read in time to note the failure', async () => {
    serve(() => NEVER);
    const { stripe } = wired();
    const { error, elapsedMs } = await settled(stripe.chargesOfCustomer('cus_1', () => undefined));
    expect(error).toMatchObject({ code: 'timeout' });
    expect(elapsedMs).toBeCloseTo(10_500, 0);
  });

  test('holds up the account for one short try only', async () => {
    const requests = serve(() => NEVER);
    const { value, elapsedMs } = await settled(wired().stripe.accountId());
    expect([value, requests.length]).toEqual([null, 1]);
    expect(elapsedMs).toBeCloseTo(2_000, 0);
  });
});

test.each([
  ['sk_test_51abc', 'test'],
  ['rk_test_51abc', 'test'],
  ['sk_live_51abc', 'live'],
  ['rk_live_51abc', 'live'],
  ['pk_test_51abc', undefined],
  ['sk_test_', undefined],
  ['sk_test_51abc\nHost: evil.example', undefined],
  ['sk_tested_51abc', undefined],
  ['xsk_test_51abc', undefined],
  ['', undefined],
])('the mode of the key %j is %s', (key, mode) => {
  expect(kindOfKey(key)?.mode).toBe(mode);
});
