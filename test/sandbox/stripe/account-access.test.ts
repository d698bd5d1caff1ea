import { expect, test } from 'vitest';
import { errorOf, startSandbox } from './start-sandbox.ts';

const DETAILS = [
  'capabilities',
  'country',
  'default_currency',
  'future_requirements',
  'requirements',
] as const;

test('a restricted key without the permission is refused the account by the sentence of Stripe', async () => {
  const { clientFor, keys } = await startSandbox();
  keys.add('rk_test_plain', ['charge_read', 'balance_read', 'connected_account_read']);
  const error = await errorOf(clientFor('rk_test_plain').accounts.retrieveCurrent());
  expect(error.statusCode).toBe(403);
  expect(error.message).toContain("Having the 'rak_accounts_kyc_basic_read' permission would");
});

test('with the permission a restricted key sees the account whole', async () => {
  const { stripe, clientFor, keys, account } = await startSandbox();
  account.change({ situation: 'due-soon' });
  keys.add('rk_test_kyc', ['accounts_kyc_basic_read']);
  const seen = await clientFor('rk_test_kyc').accounts.retrieveCurrent();
  expect(seen).toEqual(await stripe.accounts.retrieveCurrent());
});

test.each([[[]], [['accounts_kyc_basic_read']]])(
  'Stripe can leave the details out for a restricted key with %j',
  async (permissions) => {
    const { stripe, clientFor, keys, control } = await startSandbox();
    keys.add('rk_test_some', permissions);
    await control('PUT', '/account', {
      situation: 'in-review',
      restricted_keys: 'without-details',
    });
    const seen = await clientFor('rk_test_some').accounts.retrieveCurrent();
    for (const field of DETAILS) expect(seen).not.toHaveProperty(field);
    expect(seen).toMatchObject({
      charges_enabled: true,
      details_submitted: true,
      payouts_enabled: true,
      business_profile: { name: 'Northwind Supply' },
    });
    const whole = await stripe.accounts.retrieveCurrent();
    for (const field of DETAILS) expect(whole).toHaveProperty(field);
  },
);
