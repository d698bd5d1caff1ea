import { paymentsNotAllSaved } from '@stripe-payments/core';
import { expect, test } from 'vitest';

test.each(['en', 'it'] as const)(
  'in %s a timeout leaves nothing said that is not so',
  (language) => {
    const text = paymentsNotAllSaved(language, { code: 'timeout' });
    expect(text).not.toMatch(/nothing was changed|nulla|niente/i);
    expect(text).toMatch(/catch-up|recupero/);
  },
);

test("the service's words are kept", () => {
  const failure = { code: 'hubspot-refused', detail: 'Limit reached' } as const;
  expect(paymentsNotAllSaved('en', failure)).toBe(
    'The figures are saved. Not all Stripe payment records are: HubSpot refused the request. (Limit reached)',
  );
});
