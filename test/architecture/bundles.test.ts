import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  ACTING_UIDS,
  actingTextsIn,
  LANGUAGES,
  propertiesIn,
  setupTextsIn,
  movedTextsIn,
  sidebarTextsIn,
  storedTextsIn,
  terminalTextsIn,
  textsIn,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  builtActions,
  builtCards,
  builtPages,
  undeclaredCards,
} from '../../scripts/build/extensions.ts';
import { buildSettings } from '../../scripts/build/profile.ts';
import { FUNCTIONS, functionMetas } from '../../scripts/build/project.ts';

const require = createRequire(import.meta.url);

const MAX_EXTENSION_BYTES = 60 * 1024;

/** Grown beyond this, a function's load time should be measured again (`npm run bench`). */
const MAX_FUNCTION_BYTES = 720 * 1024;

const functionFiles = functionMetas().map(({ config }) =>
  path.join(FUNCTIONS, 'dist', path.basename(config.entrypoint)),
);

const ACTING_CARD = 'stripe-actions';

/** Also the one that acts, which is uploaded only with a key for writing. */
const cards = [...builtCards(), ...undeclaredCards()];
const payingCards = cards.filter(({ uid }) => uid.endsWith('-payments'));

/** What runs in HubSpot's page: the cards, the app page and the bulk action. */
const extensions = [...cards, ...builtPages(), ...builtActions()];

test('there are bundles of the cards, the page and the bulk action', () => {
  expect(cards.map(({ uid }) => uid).sort()).toEqual([
    'company-payments',
    'contact-payments',
    'deal-payments',
    'payment-sidebar',
    ACTING_CARD,
  ]);
  expect(builtPages()).toHaveLength(1);
  expect(builtActions()).toHaveLength(1);
});

test.each(extensions)("$uid, as HubSpot's bundler makes it, stays small", ({ bundlePath }) => {
  expect(gzipSync(readFileSync(bundlePath)).byteLength).toBeLessThan(MAX_EXTENSION_BYTES);
});

test.each(extensions)('$uid is a script that leaves React to its host', ({ bundlePath }) => {
  const bundle = readFileSync(bundlePath, 'utf8');
  expect(bundle).not.toMatch(/\b(?:import|export)\s*[{*]/);
  expect(bundle).toMatch(/\(\s*React\s*,\s*RemoteUI\s*\)|React/);
  // React's own file for JSX has it, and works with no other version of React than its own.
  expect(bundle).not.toContain('__SECRET_INTERNALS');
});

test.each([...cards, ...builtActions()])('$uid loads no text of the setup', ({ bundlePath }) => {
  const bundle = readFileSync(bundlePath, 'utf8');
  for (const language of LANGUAGES) {
    const { setup, errors } = setupTextsIn(language);
    for (const text of [setup.intro, errors['setup-changed'].nextStep]) {
      expect(bundle).not.toContain(text);
      for (const page of builtPages()) {
        expect(readFileSync(page.bundlePath, 'utf8')).toContain(text);
      }
    }
  }
});

test.each(extensions)('$uid loads only the texts of its own parts', ({ uid, bundlePath }) => {
  const bundle = readFileSync(bundlePath, 'utf8');
  const isPaying = payingCards.some((card) => card.uid === uid);
  const loads = (text: string): boolean => bundle.includes(text);
  for (const language of LANGUAGES) {
    const { card } = textsIn(language);
    const parts = [card.links.searchHint, card.billing.readingParts, card.notes.showMore];
    expect(parts.map(loads)).toEqual(parts.map(() => isPaying));
    const { acting } = actingTextsIn(language);
    expect(loads(acting.onlyDealsAndContacts)).toBe(uid === ACTING_CARD);
    expect(loads(movedTextsIn(language).moveBack)).toBe(uid === 'deal-payments');
    expect(loads(sidebarTextsIn(language).seeCard)).toBe(uid === 'payment-sidebar');
    const { coverage } = storedTextsIn(language).options;
    expect(loads(coverage.paid)).toBe(![ACTING_CARD, 'sync-selected'].includes(uid));
  }
});

test.each(extensions)('$uid loads no text of the terminal', ({ bundlePath }) => {
  const bundle = readFileSync(bundlePath, 'utf8');
  for (const language of LANGUAGES) {
    expect(bundle).not.toContain(terminalTextsIn(language).terminal.remove.back);
  }
});

test.each(extensions)('$uid loads no description of a property', ({ bundlePath }) => {
  const bundle = readFileSync(bundlePath, 'utf8');
  for (const { description } of LANGUAGES.flatMap((language) => propertiesIn(language))) {
    expect(bundle).not.toContain(description);
  }
});

test.each(functionFiles)('%s loads no text that only cards and the page show', (file) => {
  const bundle = readFileSync(file, 'utf8');
  for (const language of LANGUAGES) {
    const { unreadableTitle } = textsIn(language).card.states;
    expect(bundle).not.toContain(unreadableTitle);
    for (const card of cards) {
      expect(readFileSync(card.bundlePath, 'utf8')).toContain(unreadableTitle);
    }
  }
});

test.each(builtCards())('the $uid card reads its saved properties statically', (card) => {
  const manifest = z
    .object({ dataDeps: z.array(z.unknown()) })
    .parse(JSON.parse(readFileSync(card.bundlePath.replace(/\.js$/, '-manifest.json'), 'utf8')));
  expect(JSON.stringify(manifest.dataDeps)).toContain('stripe_net_amount');
});

test.each(functionFiles)('%s loads with require() and has a main', (file) => {
  const loaded: unknown = require(file);
  expect(loaded).toHaveProperty('main');
});

test.each(functionFiles)('%s knows what the build decided', (file) => {
  const outcome = buildSettings(process.env);
  const settings = Object.entries(outcome.ok ? outcome.settings : {});
  expect(settings.length).toBeGreaterThan(1);
  const text = readFileSync(file, 'utf8');
  const areActionsDeclared = functionMetas().some(({ uid }) => uid === ACTING_UIDS.requestPayment);
  for (const [name, value] of settings.filter(([each]) => each !== 'ACTIONS')) {
    expect(text).toContain(`${name}:"${value}"`);
  }
  const actions = areActionsDeclared && outcome.ok ? outcome.settings.ACTIONS : '';
  expect(text).toContain(`ACTIONS:process.env.DEMO_ACTIONS??"${actions}"`);
});

test.each(functionFiles)('%s stays small', (file) => {
  expect(readFileSync(file).byteLength).toBeLessThan(MAX_FUNCTION_BYTES);
});

test.each([...functionFiles, ...extensions.map(({ bundlePath }) => bundlePath)])(
  '%s holds nothing of the sandbox and no key',
  (file) => {
    const bundle = readFileSync(file, 'utf8');
    expect(bundle).not.toMatch(/(?:sk|rk)_(?:test|live)_[A-Za-z0-9]{8,}/);
    expect(bundle).not.toMatch(/pat-[a-z]{2}\d-[0-9a-z-]{8,}/);
    expect(bundle).not.toContain('_sandbox/');
  },
);
