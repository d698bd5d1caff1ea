import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordPage } from '../../../sandbox/dev/start.ts';
import { startRecordPage } from '../../../sandbox/dev/start.ts';
import { createManualClock } from '../../../sandbox/http/clock.ts';

let recordPage: RecordPage;
const logged: string[] = [];

beforeAll(async () => {
  recordPage = await startRecordPage({
    connections: { stripe: { kind: 'sandbox' }, hubspot: { kind: 'sandbox' } },
    clock: createManualClock(Date.parse('2026-11-22T12:00:00Z')),
    monotonicNowMs: () => performance.now(),
    seed: 1,
    port: 0,
    startsAs: { isSetUp: false, stripeKey: ['charge_read', 'customer_read'] },
    watches: false,
    log: (line) => logged.push(line),
  });
});

afterAll(() => recordPage.close());

interface KeyCheck {
  readonly status: string;
  readonly kind?: string;
  readonly error?: { readonly code: string };
  readonly permissions?: readonly { readonly permission: string; readonly status: string }[];
}

/** What the app's own function says of its key, run by HubSpot's executor. */
async function checkedKey(): Promise<KeyCheck> {
  const response = await fetch(`${recordPage.url}/api/serverless/check-setup`, {
    method: 'POST',
    body: JSON.stringify({ parameters: {} }),
  });
  const { response: reply } = (await response.json()) as {
    readonly response: { readonly report: { readonly stripeKey: KeyCheck } };
  };
  return reply.report.stripeKey;
}

const missingPermissions = async (): Promise<readonly string[]> =>
  ((await checkedKey()).permissions ?? [])
    .filter(({ status }) => status === 'missing')
    .map(({ permission }) => permission)
    .sort();

const stateOf = (part: string): string | undefined =>
  recordPage.accountSide.parts().find(({ id }) => id === part)?.state;

test('a record page can start before setup, with a key of chosen permissions', async () => {
  expect(stateOf('hubspot-properties')).toBe('None there');
  expect(stateOf('stripe-key')).toBe('None of these');
  const missing = await missingPermissions();
  expect(missing).toContain('invoice_read');
  expect(missing).not.toContain('charge_read');
});

test('every function call has the current key of the app', async () => {
  await recordPage.accountSide.act('stripe-key', 'full');
  expect(await checkedKey()).toMatchObject({ status: 'usable', kind: 'full' });
  await recordPage.accountSide.act('stripe-key', 'restricted');
  expect(await checkedKey()).toMatchObject({ status: 'usable', kind: 'restricted' });
  expect(await missingPermissions()).toEqual([]);
  await recordPage.accountSide.act('stripe-key', 'restricted-partly');
  expect(await missingPermissions()).toEqual(['coupon_read', 'dispute_read', 'invoice_read']);
  for (const choice of ['expired', 'revoked', 'publishable', 'none']) {
    await recordPage.accountSide.act('stripe-key', choice);
    expect((await checkedKey()).status, choice).toBe('unusable');
  }
});

test('no key is sent to the page', async () => {
  const sent = JSON.stringify(recordPage.accountSide.parts()) + logged.join('\n');
  const page = await fetch(`${recordPage.url}/api/account-side`);
  expect(sent + (await page.text())).not.toMatch(/(?:sk|rk|pk)_test_\w/);
});
