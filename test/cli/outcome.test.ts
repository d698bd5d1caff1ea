import type { FailedStep } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { presentationFor } from '../../cli/presentation.ts';
import { appliedSections } from '../../cli/setup/view/outcome.ts';
import { render } from '../../cli/terminal/render.ts';

const presentation = presentationFor('en', {}, 'UTC');

const failedOf = (
  objectType: FailedStep['objectType'],
  name: string,
  detail?: string,
): FailedStep => ({
  objectType,
  name,
  error: { code: 'hubspot-refused', ...(detail === undefined ? {} : { detail }) },
});

test('a reason is printed once for all properties of an object type', () => {
  const failed = [
    failedOf('deal', 'stripe_mrr'),
    failedOf('deal', 'stripe_mode', 'Full.'),
    failedOf('deal', 'stripe_match'),
    failedOf('contact', 'stripe_mrr'),
  ];
  const sections = appliedSections({ done: [], failed, left: [], error: null }, presentation);
  const text = render(sections, { width: 120, isColoured: false });
  const refused = 'HubSpot refused the request.';
  const next = 'Fix what HubSpot reports, then run this again.';
  expect(text.split('\n').slice(2)).toEqual([
    'HubSpot rejected 4 properties',
    '  Deals: stripe_mrr, stripe_match',
    `    ${refused} ${next}`,
    '  Deals: stripe_mode',
    `    ${refused} ${next} Full.`,
    '  Contacts: stripe_mrr',
    `    ${refused} ${next}`,
    '',
  ]);
});
