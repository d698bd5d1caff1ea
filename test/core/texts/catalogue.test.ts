import type { Language } from '@stripe-payments/core';
import {
  actingTextsIn,
  historyTextsIn,
  movedTextsIn,
  sidebarTextsIn,
  terminalTextsIn,
  textsIn,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { leavesOf } from './leaves.ts';

const all = (language: Language) => ({
  ...terminalTextsIn(language, 'en'),
  ...textsIn(language, 'en'),
  ...historyTextsIn(language),
  acting: { ...actingTextsIn(language).errors, card: actingTextsIn(language).acting },
  sidebar: sidebarTextsIn(language),
  moved: movedTextsIn(language),
});

const english = leavesOf(all('en'));
const italian = new Map(leavesOf(all('it')).map((leaf) => [leaf.path, leaf]));

/** Names, signs and words that the two languages share. */
const SHARED = [
  /^card\.methods\.(?:visa|mastercard|amex|discover|diners|jcb|unionpay|link|paypal|klarna|ideal|bancontact)$/,
  /^card\.payments\.cardNumber$/,
  /^card\.common\.noValue$/,
  /^card\.sync\.change$/,
  /^card\.fees\.exchangeRate$/,
  /^card\.billing\.times$/,
  /^acting\.card\.changes\.coupon\.choice$/,
  /^options\.mode\./,
  /^options\.match\.email$/,
  /^options\.refundFailed\.false$/,
  /^setup\.stripeAccount\.requirements\.email$/,
  /^setup\.crm\.portal$/,
];

const isShared = (path: string): boolean => SHARED.some((shared) => shared.test(path));

test('the two languages have the same texts', () => {
  expect([...italian.keys()]).toEqual(english.map(({ path }) => path));
  expect(english.length).toBeGreaterThan(300);
});

test('a text differs from its English counterpart, names and shared words aside', () => {
  const same = english.filter(({ path, text }) => italian.get(path)?.text === text);
  expect(same.map(({ path }) => path).filter((path) => !isShared(path))).toEqual([]);
  expect(same.map(({ path }) => path)).toEqual(
    english.map(({ path }) => path).filter((path) => isShared(path)),
  );
});

test('a text contains the same values in both languages', () => {
  for (const { path, text, parts } of english) {
    const other = italian.get(path);
    expect(other?.parts, path).toEqual(parts);
    for (const part of parts) {
      expect(other?.text.includes(part), `${path}: ${part}`).toBe(text.includes(part));
    }
  }
});

test('no text is empty or padded with blanks', () => {
  const leaves = [...english, ...italian.values()];
  expect(leaves.filter(({ text }) => text === '' || text !== text.trim())).toEqual([]);
});

test('sentences end and begin alike in both languages', () => {
  const ends = (text: string): boolean => text.endsWith('.');
  const beginsLarge = (text: string): boolean => /^\p{Lu}/u.test(text);
  for (const { path, text } of english) {
    const other = italian.get(path)?.text ?? '';
    expect(ends(other), path).toBe(ends(text));
    if (/^\p{L}/u.test(text) && /^\p{L}/u.test(other)) {
      expect(beginsLarge(other), path).toBe(beginsLarge(text));
    }
  }
});

const ENGLISH_WORDS =
  /\b(?:the|is|are|was|of|and|or|not|this|that|these|with|from|for|your|payments?|deal|customer|currency|amount|fees?)\b/i;

test('no English word is left in an Italian text', () => {
  const left = [...italian.values()].filter(({ text }) =>
    ENGLISH_WORDS.test(text.replaceAll(/`[^`]*`|"[^"]*"/g, '')),
  );
  expect(left).toEqual([]);
  expect(english.filter(({ text }) => ENGLISH_WORDS.test(text)).length).toBeGreaterThan(100);
});

test("texts use the account's labels of properties and their group", () => {
  const { propertyLabels, propertyGroup } = terminalTextsIn('en');
  const labels = [propertyGroup, ...Object.values(propertyLabels)];
  const own = new Set([...italian.values()].map(({ text }) => text));
  const quoted = [...italian.values()].flatMap(({ text, parts }) =>
    [...text.matchAll(/"([^"]+)"/g)]
      .map(([, name = '']) => name)
      .filter((name) => !parts.includes(name)),
  );
  expect(quoted.filter((name) => labels.includes(name)).length).toBeGreaterThan(3);
  // Anything else that is quoted is a button or title of this product.
  expect(quoted.filter((name) => !labels.includes(name) && !own.has(name))).toEqual([]);
});
