import { expect, test } from 'vitest';
import { createPaymentRecordStore } from '../../../src/app/packages/sync/src/hubspot/payment-record-store.ts';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';

const DEAL = { objectType: 'deal', recordId: '1' } as const;

const wordless = new SyncError('hubspot-refused');
const unknown = new SyncError('hubspot-refused', {
  detail: 'Unable to infer object type from: p_stripe_payment',
});
const refused = new SyncError('hubspot-refused', { detail: 'Property values were not valid' });

/** A store whose HubSpot answers each question with the next failure. */
function failing(...failures: readonly SyncError[]) {
  const left = [...failures];
  let asked = 0;
  const ask = (): Promise<never> => {
    asked += 1;
    return Promise.reject(left.shift() ?? new SyncError('unexpected'));
  };
  const client = { ask, send: ask };
  const store = createPaymentRecordStore({
    client,
    memory: {},
    nowMs: () => 0,
  });
  return { store, asked: () => asked };
}

test('an account without the object keeps no payment records, and is not asked again at once', async () => {
  const { store, asked } = failing(unknown, unknown);
  expect(await store.tiedTo(DEAL)).toBeNull();
  expect(await store.tiedTo(DEAL)).toBeNull();
  expect(asked()).toBe(2);
});

test('a refusal without words is asked for again: it does not tell that the object is missing', async () => {
  const { store, asked } = failing(wordless, unknown, wordless, unknown);
  expect(await store.tiedTo(DEAL)).toBeNull();
  expect(asked()).toBe(4);
});

test('a refusal with words is one', async () => {
  const { store, asked } = failing(refused);
  await expect(store.tiedTo(DEAL)).rejects.toBe(refused);
  expect(asked()).toBe(1);
});
