import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asReply } from './harness.ts';
import { failureOf } from './replies.ts';
import type { Environment, FunctionUid } from './run-main.ts';
import { loadMain, runMain } from './run-main.ts';

const UIDS: readonly FunctionUid[] = ['get-payments', 'sync-payments'];
const RUNS = 300;

/** Configured well, so that nothing but the input can be wrong. */
const environment: Environment = {
  STRIPE_SECRET_KEY: 'sk_test_inputTestsMakeNoCall',
  PRIVATE_APP_ACCESS_TOKEN: 'pat-na1-input-tests-make-no-call',
  STRIPE_API_BASE_URL: 'http://127.0.0.1:9',
  HUBSPOT_API_BASE_URL: 'http://127.0.0.1:9',
};

const sent = { hs_object_id: '9001', createdate: '2026-11-22T12:00:00Z' };
const parameters = { objectType: 'deal' };

const network = vi.fn<typeof fetch>(() => Promise.reject(new Error('No request was expected.')));

beforeEach(() => {
  vi.stubGlobal('fetch', network);
});

afterEach(() => {
  expect(network).not.toHaveBeenCalled();
  network.mockClear();
  vi.unstubAllGlobals();
});

const isRecordId = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isSafeInteger(value) && value > 0
    : typeof value === 'string' && /^\d{1,19}$/.test(value);

const isObjectType = (value: unknown): boolean =>
  value === 'deal' || value === 'contact' || value === 'company';

/** JSON as it arrives: `__proto__` is a key like any other. */
const json = fc.json({ maxDepth: 4 }).map((text): unknown => JSON.parse(text));
const oddKey = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'objectType');
const oddObject = fc
  .array(fc.tuple(oddKey, fc.json()), { maxLength: 4 })
  .map((entries): unknown =>
    JSON.parse(`{${entries.map(([key, text]) => `"${key}":${text}`).join(',')}}`),
  )
  .filter((value) => !isObjectType(Reflect.get(value as object, 'objectType')));

const badParameters = fc.oneof(
  json,
  oddObject,
  fc.record({ objectType: json.filter((value) => !isObjectType(value)) }),
  fc.record({ objectType: oddKey }),
  fc.record({
    objectType: fc.constant('deal'),
    continuation: json.filter((value) => typeof value !== 'string'),
  }),
);

const badProperties = fc.oneof(
  json,
  oddObject,
  fc.record({ hs_object_id: json.filter((value) => !isRecordId(value)), createdate: json }),
  fc.record({ hs_object_id: fc.constant('9001') }),
  fc.record({
    hs_object_id: fc.constant('9001'),
    createdate: json.filter((value) => typeof value !== 'string' && !Number.isSafeInteger(value)),
  }),
);

const contexts = {
  'whatever the context is': fc.oneof(json, oddObject, fc.constant(undefined)),
  'whatever the parameters are': badParameters.map((given) => ({
    propertiesToSend: sent,
    parameters: given,
  })),
  'whatever was sent for the record': badProperties.map((given) => ({
    propertiesToSend: given,
    parameters,
  })),
};

describe.each(UIDS)('%s answers bad-request and throws nothing', (uid) => {
  const main = loadMain(uid);

  const codeFor = async (context: unknown): Promise<string> => {
    const { code, message, nextStep } = failureOf(
      asReply(await runMain(main, environment, context)),
    );
    expect(message).toBe("The app didn't understand the request.");
    expect(nextStep).toBe('Reload the page, then try again.');
    return code;
  };

  test.each(Object.entries(contexts))('%s', async (_name, context) => {
    await fc.assert(
      fc.asyncProperty(context, async (given) => {
        expect(await codeFor(given)).toBe('bad-request');
      }),
      { numRuns: RUNS, seed: 20_261_122 },
    );
  });

  test.each([
    ['a prototype in place of the parameters', '{"__proto__":{"objectType":"deal"}}'],
    ['a constructor in place of the object type', '{"objectType":{"constructor":"deal"}}'],
    ['a list', '["deal"]'],
    ['a text', '"deal"'],
    ['another case', '{"objectType":"DEAL"}'],
    ['an object type that is not served yet', '{"objectType":"ticket"}'],
    ['a property of every object', '{"objectType":"toString"}'],
    ['a continuation that is a number', '{"objectType":"deal","continuation":7}'],
  ])('given %s', async (_name, text) => {
    const given: unknown = JSON.parse(text);
    expect(await codeFor({ propertiesToSend: sent, parameters: given })).toBe('bad-request');
  });

  test.each([
    '',
    ' 9001',
    '9001\n',
    '9001/../9002',
    '-9001',
    '9001.0',
    '9e3',
    '٩٠٠١',
    '12345678901234567890',
    0,
    -9001,
    1.5,
    2 ** 60,
    null,
    ['9001'],
    { toString: '9001' },
  ])('given the record id %j', async (id) => {
    const propertiesToSend = { ...sent, hs_object_id: id };
    expect(await codeFor({ propertiesToSend, parameters })).toBe('bad-request');
  });
});
