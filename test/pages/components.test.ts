import './setup-page.tsx';
import * as sdk from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { ElementType } from 'react';
import { createElement } from 'react';
import { expect, test } from 'vitest';
import { componentNamesBelow } from '../cards/sdk-components.ts';
import { EVERY_STATE } from './every-state.ts';
import { openState } from './open-state.ts';
import type { SetupPage } from './setup-page.tsx';
import { elementsOn } from './texts-at.ts';

const names = componentNamesBelow('src/app/pages');

const components: Readonly<Record<string, unknown>> = { ...sdk };

const isComponent = (value: unknown): value is ElementType => value !== undefined;

test.each(names)('%s is a component that HubSpot draws', (name) => {
  const component = components[name];
  if (!isComponent(component)) throw new Error(`The SDK has no ${name}.`);
  const { render } = createRenderer('pages');
  expect(() => render(createElement(component))).not.toThrow();
});

test('the page renders the components that its files import', () => {
  expect(names.length).toBeGreaterThan(20);
});

const buttonsOn = (page: SetupPage) =>
  elementsOn(page).filter(({ name }) => name === 'Button' || name === 'LoadingButton');

test.each(EVERY_STATE)(
  '$name: at most one primary button, and each button can be found',
  async (state) => {
    const page = await openState(state);
    const buttons = buttonsOn(page);
    const variants = buttons.map(({ props }) => props['variant']);
    expect(variants.filter((variant) => variant === 'primary').length).toBeLessThan(2);
    expect(variants.filter((variant) => variant === 'destructive').length).toBeLessThan(2);
    const testIds = buttons.map(({ props }) => props['testId']);
    expect(testIds.every((testId) => typeof testId === 'string' && testId !== '')).toBe(true);
    expect(new Set(testIds).size).toBe(testIds.length);
    expect(testIds).toContain('check-again');
  },
);

test.each(EVERY_STATE)('$name: spinners, bars and fields have a label', async (state) => {
  const page = await openState(state);
  for (const { name, props } of elementsOn(page)) {
    if (name === 'LoadingSpinner') expect(props).toMatchObject({ showLabel: true });
    if (/^(?:LoadingSpinner|Input|SearchInput|ToggleGroup)$/.test(name)) {
      expect(props['label']).toMatch(/./);
    }
    if (name === 'ProgressBar') {
      expect(props['title']).toMatch(/./);
      expect(props['valueDescription']).toMatch(/\d/);
    }
  }
});

test.each(EVERY_STATE)('$name: no text says undefined, null or [object Object]', async (state) => {
  const page = await openState(state);
  expect(page.text()).not.toMatch(/undefined|\bnull\b|NaN|\[object|Invalid Date/);
  expect(page.texts().filter((text) => text.trim() === '')).toEqual([]);
});

test('every state renders a different page', async () => {
  const states = new Map<string, string>();
  const alike: string[] = [];
  for (const state of EVERY_STATE) {
    const page = await openState(state);
    // Bars and buttons say without words how far they are.
    const silent = elementsOn(page).map(({ props }) => [props['value'], props['loading']]);
    const seen = JSON.stringify([page.texts(), silent]);
    const other = states.get(seen);
    if (other !== undefined) alike.push(`${state.name} is like ${other}`);
    states.set(seen, state.name);
  }
  expect(alike).toEqual([]);
});
