import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact, rememberSecret } from '../../src/app/packages/sync/src/redact.ts';

const KEY = 'sk_test_51Q7exampleZr8VbXw2LmNpT4yGh6KdJs9';
const TOKEN = 'pat-eu1-0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9';

test.each([
  [`Invalid API Key provided: ${KEY}`, 'Invalid API Key provided: [hidden]'],
  ['Invalid API Key provided: rk_live_****abcd', 'Invalid API Key provided: [hidden]'],
  [`Bearer ${KEY}`, 'Bearer [hidden]'],
  [`Bearer%20${KEY}`, 'Bearer%20[hidden]'],
  [`a_${KEY}`, 'a_[hidden]'],
  [`key=${KEY}&x=1`, 'key=[hidden]&x=1'],
  ['pk_live_0123456789', '[hidden]'],
  ['pi_3Ab_secret_9Zy', '[hidden]'],
  ['see cs_test_a1Bc_secret_fid', 'see [hidden]'],
  ['whsec_0123456789abcdef', '[hidden]'],
  [`token ${TOKEN}.`, 'token [hidden].'],
  ['Bearer ++opaque.token/of=some+kind', '[hidden]'],
  ['Authorization: Basic c2tfdGVzdF8xMjM0NTY3ODo=', 'Authorization: [hidden]'],
  ['Basic dGhlcmVhcmVubw==', '[hidden]'],
  ['Basic YWJjZGVmZ2hpamtsbW5vcA', '[hidden]'],
])('%s', (text, expected) => {
  expect(redact(text)).toBe(expected);
});

test.each([
  "No such customer: 'cus_NoSuchCustomer'",
  "Having the 'rak_balance_transaction_source_read' permission would allow this.",
  'req_8If1pY557t2ol1',
  'This app lacks crm.objects.deals.read.',
  'The key lacks Basic Business Contact Information.',
])('leaves what helps: %s', (text) => {
  expect(redact(text)).toBe(text);
});

test('a key or token is hidden in any surrounding text', () => {
  const secret = fc.constantFrom(KEY, TOKEN);
  fc.assert(
    fc.property(fc.string(), secret, fc.string(), (before, given, after) => {
      expect(redact(before + given + after)).not.toContain(given);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('redacted text stays the same when redacted again', () => {
  const once = redact(`Bearer ${KEY} and ${TOKEN}`);
  expect(redact(once)).toBe(once);
});

test('a registered secret of any form is hidden', () => {
  const secret = 'opaque/secret+of=this.process';
  expect(redact(`before ${secret} after`)).toContain(secret);
  rememberSecret(secret);
  expect(redact(`before ${secret} after`)).toBe('before [hidden] after');
  expect(redact(`?token=${encodeURIComponent(secret)}&x`)).toBe('?token=[hidden]&x');
});

test('a text too short for a secret hides nothing', () => {
  rememberSecret('');
  rememberSecret('payment');
  expect(redact('a payment')).toBe('a payment');
});
