import { ApiException } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { describe, expect, test } from 'vitest';
import {
  judgeHubSpot,
  toHubSpotSyncError,
} from '../../../src/app/packages/sync/src/hubspot/errors.ts';
import {
  HubSpotConnectionError,
  HubSpotPartialError,
} from '../../../src/app/packages/sync/src/hubspot/transport.ts';

const body = { status: 'error', message: 'Words of HubSpot.', correlationId: 'c-1' };

const answer = (status: number, fields: object = {}): ApiException<unknown> =>
  new ApiException<unknown>(status, 'An error occurred.', { ...body, ...fields }, {});

describe('passes with time', () => {
  test.each([429, 477, 500, 502, 503, 504, 521, 522, 523, 524])('%i', (status) => {
    expect(judgeHubSpot(answer(status))).toEqual({ retry: true, waitMs: 0 });
  });

  test('423, after the two seconds that HubSpot asks for', () => {
    expect(judgeHubSpot(answer(423))).toEqual({ retry: true, waitMs: 2_000 });
  });

  test.each([new HubSpotConnectionError('cut off'), new HubSpotPartialError('207')])(
    '%s',
    (error) => {
      expect(judgeHubSpot(error)).toEqual({ retry: true, waitMs: 0 });
      expect(toHubSpotSyncError(error).code).toBe('hubspot-unreachable');
    },
  );
});

describe('does not pass with time', () => {
  test.each([400, 401, 403, 404, 405, 409, 415, 501])('%i', (status) => {
    expect(judgeHubSpot(answer(status))).toEqual({ retry: false });
  });

  test.each([{ policyName: 'DAILY' }])('a 429 of %j', (fields) => {
    expect(judgeHubSpot(answer(429, fields))).toEqual({ retry: false });
    expect(toHubSpotSyncError(answer(429, fields)).code).toBe('hubspot-rate-limited');
  });

  test('a fault of our own', () => {
    expect(judgeHubSpot(new TypeError('x'))).toEqual({ retry: false });
    expect(toHubSpotSyncError(new TypeError('x')).code).toBe('unexpected');
  });
});

test.each([
  [400, {}, 'hubspot-refused', 'Words of HubSpot.'],
  [400, { errors: [{ code: 'PROPERTY_DOESNT_EXIST' }] }, 'not-set-up', 'Words of HubSpot.'],
  [400, { errors: 'none' }, 'hubspot-refused', 'Words of HubSpot.'],
  [401, {}, 'hubspot-unauthorized', undefined],
  [403, {}, 'hubspot-permission', 'Words of HubSpot.'],
  [
    403,
    { errors: [{ context: { requiredGranularScopes: ['a.read', 'b.read', 7] } }] },
    'hubspot-permission',
    'a.read, b.read',
  ],
  [404, {}, 'record-not-found', undefined],
  [429, {}, 'hubspot-rate-limited', undefined],
  [503, {}, 'hubspot-unreachable', undefined],
  [418, {}, 'hubspot-refused', 'Words of HubSpot.'],
])('%i with %j is %s', (status, fields, code, detail) => {
  const told = toHubSpotSyncError(answer(status, fields));
  expect({ code: told.code, detail: told.detail, requestId: told.requestId }).toEqual({
    code,
    detail,
    requestId: 'c-1',
  });
});

test('the uses that keep a property are told beside the refusal', () => {
  const errors = [
    { message: 'Property stripe_mode is used by LIST Live deals' },
    { message: 'Property stripe_mode is used by WORKFLOW Thank you' },
    { message: 'Property stripe_mode is used by LIST Live deals' },
    { code: 'WITHOUT_WORDS' },
  ];
  const told = toHubSpotSyncError(answer(400, { message: 'It is used in 2 places', errors }));
  expect(told.detail).toBe(
    'It is used in 2 places. Property stripe_mode is used by LIST Live deals. Property stripe_mode is used by WORKFLOW Thank you.',
  );
});

test('what the message holds already is not told twice', () => {
  const message = 'Not valid: [{"message":"Property \\"x\\" does not exist"}]';
  const errors = [{ message: 'Property "x" does not exist' }];
  expect(toHubSpotSyncError(answer(400, { message, errors })).detail).toBe(message);
});

test('an envelope inside the message of another is opened', () => {
  const inner = {
    status: 'error',
    message: 'The group has active properties.',
    correlationId: 'c-2',
  };
  const told = toHubSpotSyncError(answer(400, { message: JSON.stringify(inner) }));
  expect(told.code).toBe('hubspot-refused');
  expect(told.detail).toBe('The group has active properties.');
});

test.each(['{not json}', '{"status":"error"}', '[1]', '"text"'])(
  'a message that only looks like an envelope is told as it is: %s',
  (message) => {
    expect(toHubSpotSyncError(answer(400, { message })).detail).toBe(message);
  },
);

test.each(['<html>', '', null, 7, [], { message: 7 }, '{"message":"Words of HubSpot."}'])(
  'a body %j is no obstacle',
  (given) => {
    const error = new ApiException<unknown>(400, 'An error occurred.', given, {});
    expect(toHubSpotSyncError(error).code).toBe('hubspot-refused');
  },
);
