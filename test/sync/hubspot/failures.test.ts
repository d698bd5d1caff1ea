import type { ErrorCode } from '@stripe-payments/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Given } from '../services.ts';
import { NEVER, serve, settled, wired } from '../services.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const DEAL = { objectType: 'deal', recordId: '9001' } as const;
const RECORD: Given = {
  status: 200,
  body: { id: '9001', properties: { dealname: 'A', amount: null } },
};

const WRITTEN: Given = { status: 200, body: { id: '9001', properties: { stripe_mode: 'test' } } };

const envelope = { status: 'error', message: 'Words of HubSpot.', correlationId: 'c-1' };

const answer = (status: number, fields: object = {}): Given => ({
  status,
  body: { ...envelope, ...fields },
});

const PARTLY: Given = {
  status: 207,
  body: { status: 'COMPLETE', results: [], errors: [envelope] },
};

const PASSING: readonly (readonly [string, Given | null, ErrorCode])[] = [
  [
    '429 of ten seconds',
    answer(429, { policyName: 'TEN_SECONDLY_ROLLING' }),
    'hubspot-rate-limited',
  ],
  ...[423, 477, 500, 502, 503, 504, 521, 522, 523, 524].map(
    (status) => [String(status), answer(status), 'hubspot-unreachable'] as const,
  ),
  ['an empty 502', { status: 502 }, 'hubspot-unreachable'],
  ["a gateway's page", { status: 503, body: '<html></html>' }, 'hubspot-unreachable'],
  ['an empty 200', { status: 200 }, 'hubspot-wrong-answer'],
  ['a 200 that is a bare value', { status: 200, body: 'true' }, 'hubspot-wrong-answer'],
  ['207 with a part that failed', PARTLY, 'hubspot-unreachable'],
  ['a broken connection', null, 'hubspot-unreachable'],
];

async function read(given: Given | null, times = Infinity) {
  const requests = serve(() => (requests.length > times ? RECORD : given));
  const outcome = await settled(wired().crm.read(DEAL, ['dealname']));
  return { ...outcome, tries: requests.length };
}

async function write(given: Given | null, times = Infinity) {
  const requests = serve(() => (requests.length > times ? WRITTEN : given));
  const outcome = await settled(wired().crm.write(DEAL, { stripe_mode: 'test' }));
  return { ...outcome, requests };
}

describe.each(PASSING)('%s', (_name, given, code) => {
  test('once during a read is retried', async () => {
    const { value, tries } = await read(given, 1);
    expect([value, tries]).toEqual([{ dealname: 'A', amount: null }, 2]);
  });

  test('that lasts is reported with its code', async () => {
    const { error, tries } = await read(given);
    expect(error).toMatchObject({ code });
    // A limit of ten seconds is waited for, as long as there is time.
    if (code === 'hubspot-rate-limited') expect(tries).toBeGreaterThan(10);
    else expect(tries).toBe(6);
  });

  test('once during the write: the same values are written again', async () => {
    const { error, requests } = await write(given, 1);
    expect(error).toBeUndefined();
    expect(requests.map(({ method }) => method)).toEqual(['PATCH', 'PATCH']);
    expect(requests[0]?.body).toBe(requests[1]?.body);
  });

  test('lasting during the write is reported as write-unconfirmed', async () => {
    const { error } = await write(given);
    // A 429 was not carried out.
    const expected = code === 'hubspot-rate-limited' ? code : 'write-unconfirmed';
    expect(error).toMatchObject({ code: expected });
  });
});

test('a locked record is asked for again after the two seconds that HubSpot wants', async () => {
  expect((await read(answer(423), 2)).elapsedMs).toBeCloseTo(4_000, 0);
});

test('a page of HTML with 404 means that HubSpot does not serve the path, not that a record is missing', async () => {
  const { error, tries } = await read({ status: 404, body: '<html>' });
  expect([error, tries]).toMatchObject([{ code: 'hubspot-wrong-answer' }, 1]);
});

test('a used-up daily limit is reported without a retry', async () => {
  const { error, tries } = await read(answer(429, { policyName: 'DAILY' }));
  expect([error, tries]).toMatchObject([{ code: 'hubspot-daily-limit' }, 1]);
});

const DETAIL = 'Words of HubSpot.';
const SCOPES = ['crm.objects.deals.read', 'crm.objects.contacts.read'];
const scopeErrors = [{ context: { requiredGranularScopes: [...SCOPES, 7] } }];

test.each([
  [400, {}, { code: 'hubspot-refused', detail: DETAIL }],
  [400, { errors: [{ code: 'PROPERTY_DOESNT_EXIST' }] }, { code: 'not-set-up', detail: DETAIL }],
  [400, { errors: 'none' }, { code: 'hubspot-refused', detail: DETAIL }],
  [401, {}, { code: 'hubspot-unauthorized' }],
  [403, {}, { code: 'hubspot-permission', detail: DETAIL }],
  [403, { errors: scopeErrors }, { code: 'hubspot-permission', detail: undefined, scopes: SCOPES }],
  [404, {}, { code: 'record-not-found' }],
  [405, {}, { code: 'hubspot-refused', detail: DETAIL }],
  [418, {}, { code: 'hubspot-refused', detail: DETAIL }],
  [501, {}, { code: 'hubspot-refused', detail: DETAIL }],
])('%i with %j is reported without a retry: %j', async (status, fields, failure) => {
  const { error, tries } = await read(answer(status, fields));
  expect(error).toHaveProperty('failure', { ...failure, requestId: 'c-1' });
  expect(tries).toBe(1);
});

const detailOf = async (fields: object): Promise<unknown> =>
  ((await read(answer(400, fields))).error as { detail?: unknown }).detail;

describe('the words of a refusal', () => {
  test('name where a property is used', async () => {
    const errors = [
      { message: 'Property stripe_mode is used by LIST Live deals' },
      { message: 'Property stripe_mode is used by WORKFLOW Thank you' },
      { message: 'Property stripe_mode is used by LIST Live deals' },
      { code: 'WITHOUT_WORDS' },
    ];
    expect(await detailOf({ message: 'It is used in 2 places', errors })).toBe(
      'It is used in 2 places. Property stripe_mode is used by LIST Live deals. Property stripe_mode is used by WORKFLOW Thank you.',
    );
  });

  test('are not repeated where the message contains them', async () => {
    const message = 'Not valid: [{"message":"Property \\"x\\" does not exist"}]';
    const errors = [{ message: 'Property "x" does not exist' }];
    expect(await detailOf({ message, errors })).toBe(message);
  });

  test('are found in an envelope inside the message of another', async () => {
    const message = JSON.stringify({ status: 'error', message: 'The group has properties.' });
    expect(await detailOf({ message })).toBe('The group has properties.');
  });

  test.each(['{not json}', '{"status":"error"}', '[1]', '"text"'])(
    'are kept where they only look like an envelope: %s',
    async (message) => {
      expect(await detailOf({ message })).toBe(message);
    },
  );

  test.each(['<html>', '', 'null', '7', '[]', '{"message":7}'])(
    'may be absent: %j',
    async (body) => {
      expect((await read({ status: 400, body })).error).toMatchObject({ code: 'hubspot-refused' });
    },
  );
});

describe('a HubSpot that never answers', () => {
  test('ends a read in time to note why, and the note in time for the reply', async () => {
    serve(() => NEVER);
    const { crm } = wired();
    const reading = await settled(crm.read(DEAL, []));
    expect(reading.error).toMatchObject({ code: 'timeout' });
    expect(reading.elapsedMs).toBeCloseTo(10_500, 0);
    const writing = await settled(crm.write(DEAL, { stripe_sync_error: 'x' }));
    expect(writing.error).toMatchObject({ code: 'write-unconfirmed' });
    expect(writing.elapsedMs).toBeCloseTo(2_500, 0);
  });

  test("is asked for the account's facts in short tries, once an invocation", async () => {
    const requests = serve(() => NEVER);
    const { crm } = wired();
    const first = settled(crm.accountFacts());
    const second = settled(crm.accountFacts());
    expect((await first).error).toMatchObject({ code: 'hubspot-unreachable' });
    expect((await second).error).toBe((await first).error);
    expect((await first).elapsedMs).toBeLessThan(8_000);
    expect(requests).toHaveLength(3);
  });
});

describe('the limit of ten seconds', () => {
  const LIMITED = answer(429, { policyName: 'TEN_SECONDLY_ROLLING' });

  test('is waited out within one invocation', async () => {
    const startedMs = Date.now();
    serve(() => (Date.now() - startedMs < 8_500 ? LIMITED : RECORD));
    const { value } = await settled(wired().crm.read(DEAL, ['dealname']));
    expect(value).toEqual({ dealname: 'A', amount: null });
  });

  test('is named where the time of the invocation ends first', async () => {
    const startedMs = Date.now();
    const { error } = await read(LIMITED);
    expect(error).toMatchObject({ code: 'hubspot-rate-limited' });
    expect(Date.now() - startedMs).toBeGreaterThan(10_000);
  });
});
