import { openDealCard } from './card-page.tsx';
import * as sdk from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { ElementType } from 'react';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { charge, declined } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { recordView } from '../builders/record-view.ts';
import { failure, readReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { componentNamesBelow } from './sdk-components.ts';

const componentNames = componentNamesBelow('src/app/cards');

const isComponent = (value: unknown): value is ElementType => value !== undefined;

const components: Readonly<Record<string, unknown>> = { ...sdk };

test.each(componentNames)('%s is a component that HubSpot draws', (name) => {
  const component = components[name];
  if (!isComponent(component)) throw new Error(`The SDK has no ${name}.`);
  const { render } = createRenderer('crm.record.tab');
  expect(() => render(createElement(component))).not.toThrow();
});

test('the test kit refuses components that HubSpot does not have', () => {
  const { render } = createRenderer('crm.record.tab');
  expect(() => render(createElement('div'))).toThrow(/div/);
  expect(componentNames.length).toBeGreaterThan(20);
});

const view = recordView([charge({ disputes: [dispute()] }), declined({ id: 'ch_2' })]);

test.each([
  ['loading', 1, {}],
  ['blocked', 1, { reads: [failure('stripe-permission')] }],
  // A sync is done, and what to do has its button as soon as Stripe is read.
  ['saved', 0, { saved: savedProperties(view) }],
  ['saved, read failed', 0, { saved: savedProperties(view), reads: [failure('timeout')] }],
  ['live', 1, { reads: [readReply(view)] }],
  ['empty', 1, { reads: [readReply(recordView([]))] }],
])('%s: %i primary buttons, and no destructive one', async (_, count, options) => {
  const card = openDealCard(options);
  await card.shows('Sync now');
  const variants = [...card.findAll(sdk.Button), ...card.findAll(sdk.LoadingButton)].map(
    ({ props }) => props.variant,
  );
  expect(variants.filter((variant) => variant === 'primary')).toHaveLength(count);
  expect(variants).not.toContain('destructive');
});
