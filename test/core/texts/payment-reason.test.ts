import { paymentReason, textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';

const naming = { texts: textsIn('en') };

const said = (
  evidence: 'metadata' | 'email',
  hubSpotRecord: 'tied' | 'untied' | 'no-access' | null,
) => paymentReason({ reason: { evidence, via: 'ch_1', payer: null }, hubSpotRecord }, naming);

test('a payment that HubSpot took says so, and what names its deal or why nothing does', () => {
  expect(said('metadata', null)).toBe('Matched by Stripe metadata');
  expect(said('metadata', 'tied')).toBe(
    "Matched by HubSpot's payment record. Taken by HubSpot's own Stripe connection",
  );
  expect(said('email', 'tied')).toBe("Matched by email. Taken by HubSpot's own Stripe connection");
  expect(said('email', 'untied')).toBe(said('email', 'tied'));
  expect(said('email', 'no-access')).toContain('scope crm.objects.commercepayments.read');
});
