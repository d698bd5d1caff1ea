import { parseMetadataKeys } from '@stripe-payments/core';
import { expect, test } from 'vitest';

test('reads the keys of several types, with blanks in a key, and none in an empty setting', () => {
  expect(parseMetadataKeys(' deal: deal_id,HubSpot Deal ID ;contact:contactId; ')).toEqual({
    ok: true,
    keys: [
      { objectType: 'deal', key: 'deal_id' },
      { objectType: 'deal', key: 'HubSpot Deal ID' },
      { objectType: 'contact', key: 'contactId' },
    ],
  });
  expect(parseMetadataKeys('  ')).toEqual({ ok: true, keys: [] });
});

test.each([
  ['deal_id', '"deal_id" must begin with deal:, contact:, company:.'],
  ['ticket: id', '"ticket: id" must begin with deal:, contact:, company:.'],
  ['deal:', '"" can\'t be a metadata key in Stripe.'],
  ['deal: a,,b', '"" can\'t be a metadata key in Stripe.'],
  ['deal: a"b', '"a"b" can\'t be a metadata key in Stripe.'],
  ['deal: a[0]', '"a[0]" can\'t be a metadata key in Stripe.'],
  [`deal: ${'x'.repeat(41)}`, `"${'x'.repeat(41)}" can't be a metadata key in Stripe.`],
  ['contact: hubspot_deal_id', '"hubspot_deal_id" is always used: leave it out.'],
  ['deal: id; contact: id', '"id" is there twice.'],
  ['deal: a,b,c,d,e,f,g,h,i', '9 keys are more than the 8 that are searched.'],
])('refuses %j with a reason', (text, reason) => {
  expect(parseMetadataKeys(text)).toEqual({ ok: false, reason });
});
