import { openChecked } from './setup-page.tsx';
import { expect, test } from 'vitest';
import { usableKey } from '../builders/setup-report.ts';
import { checked } from '../builders/setup-replies.ts';
import type { PageOptions, SetupPage } from './setup-page.tsx';
import { elementAt, isShown, textAt } from './texts-at.ts';

const open = (mode: 'live' | 'test', options: PageOptions = {}): Promise<SetupPage> =>
  openChecked({ ...options, checks: [checked({ stripeKey: usableKey({ mode }) })] });

test('the test mode is shown at the top and at the key, with its meaning', async () => {
  const page = await open('test');
  expect(textAt(page, 'mode')).toBe('Test mode');
  expect(textAt(page, 'key-mode')).toBe('Test mode');
  expect(textAt(page, 'summary')).toContain("Figures are from Stripe's test mode, not real money.");
});

test('the live mode is called live, without mention of test figures', async () => {
  const page = await open('live');
  expect(textAt(page, 'mode')).toBe('Live mode');
  expect(page.text()).not.toContain('test mode:');
  expect(elementAt(page, 'mode')?.props['variant']).not.toBe(
    elementAt(await open('test'), 'mode')?.props['variant'],
  );
});

test.each([
  ['live', 'test', 'Live mode', 'Test mode'],
  ['test', 'live', 'Test mode', 'Live mode'],
] as const)(
  'an app that was uploaded for %s with a key of %s is not ready, and says so',
  async (wanted, used, wantedText, usedText) => {
    const page = await open(used, { variables: { STRIPE_MODE: wanted } });
    expect(textAt(page, 'wrong-profile')).toBe(
      `The Stripe key is for the other mode\nThis app was uploaded for ${wantedText}, but its key is for ${usedText}. Run "npx hs secret update STRIPE_SECRET_KEY" with the right key, then "npm run upload".`,
    );
    expect(textAt(page, 'verdict-stripeKey')).toBe('To do');
    expect(textAt(page, 'summary')).toContain('1 step left before payments can sync.');
  },
);

test.each([
  ['the same mode', { STRIPE_MODE: 'test' }],
  ['no mode', { OTHER: 'live' }],
  ['a mode that is none', { STRIPE_MODE: 'sandbox' }],
  ['none', undefined],
])('a profile that names %s is no mismatch', async (_, variables) => {
  const page = await open('test', variables === undefined ? {} : { variables });
  expect(isShown(page, 'wrong-profile')).toBe(false);
  expect(textAt(page, 'summary')).toContain('Setup is complete');
});
