import { setupStepId } from '@stripe-payments/core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asReply } from './harness.ts';
import { failureOf } from './replies.ts';
import type { Environment, FunctionUid } from './run-main.ts';
import { loadMain, runMain } from './run-main.ts';

const UIDS = [
  'check-health',
  'check-setup',
  'apply-setup',
  'preview-sync',
] as const satisfies FunctionUid[];
const FIXED = { numRuns: 200, seed: 20_261_122 };

/** Configured well, so that nothing but the input can be wrong. */
const environment: Environment = {
  STRIPE_SECRET_KEY: 'sk_test_inputTestsMakeNoCall',
  PRIVATE_APP_ACCESS_TOKEN: 'pat-na1-input-tests-make-no-call',
  STRIPE_API_BASE_URL: 'http://127.0.0.1:9',
  HUBSPOT_API_BASE_URL: 'http://127.0.0.1:9',
};

const STEP = setupStepId({ objectType: 'deal', name: 'stripe_mode', action: 'create' });

/** What each function takes. */
const GOOD: Readonly<Record<(typeof UIDS)[number], object>> = {
  'check-health': {},
  'check-setup': {},
  'apply-setup': { action: 'apply', steps: [STEP] },
  'preview-sync': {
    objectType: 'deal',
    recordId: '9001',
    createdAt: '2026-11-22T12:00:00Z',
    modifiedAt: '2026-11-22T12:00:00Z',
  },
};

const refusing = vi.fn<typeof fetch>(() =>
  Promise.resolve(Response.json({ status: 'error', message: 'No.' }, { status: 401 })),
);

beforeEach(() => {
  vi.stubGlobal('fetch', refusing);
});

afterEach(() => {
  refusing.mockClear();
  vi.unstubAllGlobals();
});

const mains = {
  'check-health': loadMain('check-health'),
  'check-setup': loadMain('check-setup'),
  'apply-setup': loadMain('apply-setup'),
  'preview-sync': loadMain('preview-sync'),
};

async function codeFor(uid: (typeof UIDS)[number], context: unknown): Promise<string> {
  const reply = asReply(await runMain(mains[uid], environment, context));
  return reply.ok ? 'ok' : failureOf(reply).code;
}

async function expectBad(uid: (typeof UIDS)[number], context: unknown): Promise<void> {
  expect(await codeFor(uid, context)).toBe('bad-request');
  expect(refusing).not.toHaveBeenCalled();
}

/** JSON as it arrives: `__proto__` is a key like any other. */
const json = fc.json({ maxDepth: 4 }).map((text): unknown => JSON.parse(text));
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

describe.each(UIDS)('%s', (uid) => {
  test.each([
    ['no record', {}],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'nothing'],
    ['garbage', { hs_object_id: '../..', createdate: [] }],
    ['a record of the browser', { hs_object_id: '9002', createdate: '2026-01-01T00:00:00Z' }],
  ])('accepts that HubSpot also sends %s', async (_name, propertiesToSend) => {
    const sent = { propertiesToSend, parameters: GOOD[uid] };
    const without = { parameters: GOOD[uid] };
    expect(await codeFor(uid, sent)).toBe(await codeFor(uid, without));
    expect(await codeFor(uid, sent)).not.toBe('bad-request');
    expect(refusing).toHaveBeenCalled();
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'context'],
    ['a number', 7],
    ['a list', []],
  ])('given %s for a context answers bad-request', (_name, context) => expectBad(uid, context));

  test('given any invalid JSON as parameters answers bad-request', async () => {
    const given = uid.startsWith('check-') ? json.filter((value) => !isObject(value)) : json;
    await fc.assert(
      fc.asyncProperty(given, (parameters) => expectBad(uid, { parameters })),
      FIXED,
    );
  });
});

test('a check ignores what an older page also sends', async () => {
  const parameters = { objectType: 'deal', force: true, __proto__: null };
  expect(await codeFor('check-setup', { parameters })).toBe('ok');
});

describe('apply-setup refuses', () => {
  const proto: unknown = JSON.parse('{"__proto__":{"action":"apply","steps":[]}}');

  test.each<readonly [string, unknown]>([
    ['no action', { steps: [STEP] }],
    ['an action that there is not', { action: 'reset', steps: [STEP] }],
    ['another case', { action: 'APPLY', steps: [STEP] }],
    ['no steps', { action: 'apply' }],
    ['steps that are no list', { action: 'apply', steps: STEP }],
    ['steps that are a map', { action: 'apply', steps: { 0: STEP, length: 1 } }],
    ['a step that is none', { action: 'apply', steps: [STEP, 'deal/stripe_mode'] }],
    ['a step for a foreign property', { action: 'apply', steps: ['deal/amount/change'] }],
    ['a step beyond its property', { action: 'apply', steps: ['deal/../../x/stripe_mode/create'] }],
    ['a step that archives', { action: 'apply', steps: ['deal/stripe_mode/archive'] }],
    ['a step for another object type', { action: 'apply', steps: ['tickets/stripe_mode/create'] }],
    ['a step with more behind it', { action: 'apply', steps: [`${STEP}\n`] }],
    ['a step as an object', { action: 'apply', steps: [{ toString: STEP }] }],
    ['more steps than there can be', { action: 'apply', steps: Array(501).fill(STEP) }],
    ['a removal, which is for the terminal', { action: 'remove', confirmation: 'stripe_payments' }],
    ['a prototype', proto],
  ])('%s, without a call', (_name, parameters) => expectBad('apply-setup', { parameters }));
});

describe('preview-sync refuses', () => {
  const good = GOOD['preview-sync'];

  test.each<readonly [string, object]>([
    ['no object type', { objectType: undefined }],
    ['an object type that is not served', { objectType: 'ticket' }],
    ['a property of every object', { objectType: 'constructor' }],
    ['no record', { recordId: undefined }],
    ['a record beyond records', { recordId: '9001/../9002' }],
    ['a record with a question', { recordId: '9001?archived=true' }],
    ['a record that is negative', { recordId: -9001 }],
    ['a record that is a fraction', { recordId: 1.5 }],
    ['a record in other digits', { recordId: '٩٠٠١' }],
    ['a record that is too long', { recordId: '12345678901234567890' }],
    ['no time of the last change', { modifiedAt: undefined }],
    ['no creation time', { createdAt: undefined }],
    ['an empty creation time', { createdAt: '' }],
    ['a creation time that is a list', { createdAt: ['2026-11-22T12:00:00Z'] }],
    ['a creation time that is true', { createdAt: true }],
    ['a continuation that is no text', { continuation: { content: 'x' } }],
    ['a continuation for a deal', { continuation: 'x.y' }],
    ['a continuation that was not sealed here', { objectType: 'company', continuation: 'e30.e30' }],
    ['a continuation without end', { objectType: 'company', continuation: 'x'.repeat(2_000_001) }],
  ])('%s, without a call', (_name, changes) => {
    const parameters = JSON.parse(JSON.stringify({ ...good, ...changes })) as unknown;
    return expectBad('preview-sync', { parameters });
  });
});
