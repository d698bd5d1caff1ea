import type { ErrorCode, StoredProperties } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';
import { previewSync } from '../../../src/app/packages/sync/src/use-cases/preview-sync.ts';
import { charge } from '../../builders/charge.ts';
import type { FakePorts } from '../fake-ports.ts';
import { failureOf, fakePorts, stored as unmodified, viewed as unpicked } from '../fake-ports.ts';

const MODIFIED_AT = '2026-03-04T05:06:07.008Z';
const stored: StoredProperties = { ...unmodified, hs_lastmodifieddate: MODIFIED_AT };
const viewed = { ...unpicked, modifiedAt: MODIFIED_AT };

const charges = { cus_1: [charge()] };

test('lists what a sync would write, and writes nothing', async () => {
  const ports = fakePorts({ stored, charges });
  const { changes, view } = await previewSync(ports, viewed, undefined);
  expect(changes).toContainEqual({ name: 'stripe_net_amount', from: '', to: '19.12' });
  expect(view.summary.paymentCount).toBe(1);
  expect(JSON.stringify(view)).not.toContain('ch_');
  expect(ports.writes).toEqual([]);
});

test('works before the properties exist', async () => {
  const { hs_object_id = null, createdate = null, hs_lastmodifieddate = null } = stored;
  const bare = { hs_object_id, createdate, hs_lastmodifieddate };
  const ports = fakePorts({ stored: bare });
  expect((await previewSync(ports, viewed, undefined)).changes).toContainEqual({
    name: 'stripe_payment_status',
    from: '',
    to: 'none',
  });
  expect(ports.writes).toEqual([]);
});

const reading = (answer: StoredProperties | SyncError): Partial<FakePorts['crm']> => ({
  read: () => (answer instanceof SyncError ? Promise.reject(answer) : Promise.resolve(answer)),
});

const absent = new SyncError('record-not-found', { requestId: 'c-1' });

test.each([
  ['a record that is not there, or of another type', reading(absent), viewed],
  [
    'a record that was created at another time',
    reading({ ...stored, createdate: '2026-01-02T03:04:05.001Z' }),
    viewed,
  ],
  [
    'a record that was changed at another time',
    reading({ ...stored, hs_lastmodifieddate: '2026-03-04T05:06:07.009Z' }),
    viewed,
  ],
  ['a record without a creation time', reading({ ...stored, createdate: null }), viewed],
  ['a record with another id', reading({ ...stored, hs_object_id: '9002' }), viewed],
  ['a creation time that is none', reading(stored), { ...viewed, createdAt: 'yesterday' }],
])('%s is answered like any record that the user cannot see', async (_name, crm, guessed) => {
  const ports = fakePorts({ charges, crm });
  const failure = await failureOf(previewSync(ports, guessed, undefined));
  expect(failure.failure).toEqual(new SyncError('record-not-found').failure);
});

test.each<ErrorCode>(['hubspot-permission', 'hubspot-unreachable', 'timeout'])(
  '%s keeps its code: it reveals nothing about a record',
  async (code) => {
    const ports = fakePorts({ crm: reading(new SyncError(code, { requestId: 'c-1' })) });
    const failure = await failureOf(previewSync(ports, viewed, undefined));
    expect({ code: failure.code, requestId: failure.requestId }).toEqual({
      code,
      requestId: 'c-1',
    });
  },
);

test('a continuation of another record is refused without a call', async () => {
  const ports = fakePorts({ crm: reading(new SyncError('unexpected')) });
  const company = { ...viewed, objectType: 'company' } as const;
  expect((await failureOf(previewSync(ports, company, 'forged.token'))).code).toBe('bad-request');
});

test('what stops a sync stops the preview', async () => {
  const ports = fakePorts({ stored });
  expect((await failureOf(previewSync(ports, viewed, undefined))).code).toBe('unknown-customer');
  expect(ports.writes).toEqual([]);
});
