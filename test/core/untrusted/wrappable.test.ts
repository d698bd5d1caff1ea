import { isolated, wrappable } from '@stripe-payments/core';
import { expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

test.each([
  'Ada Lovelace',
  'ada.lovelace@northwind-traders.example',
  'klara.ammann@valley-11.glacier-guides.example,',
  `(cs_test_${'a'.repeat(58)})`,
  'W'.repeat(40),
  `${'W'.repeat(40)} ${'W'.repeat(40)}`,
  '',
])('%s stays as it is', (text) => {
  expect(wrappable(text)).toBe(text);
});

test('a very long word may be broken after every twenty characters', () => {
  const twenty = 'W'.repeat(20);
  expect(wrappable(`a ${'W'.repeat(50)} b`)).toBe(
    `a ${twenty}\u200b${twenty}\u200b${'W'.repeat(10)} b`,
  );
});

test('a grapheme of several characters is never broken', () => {
  const family = '👩\u200d👩\u200d👧\u200d👦';
  const pieces = wrappable(family.repeat(9)).split('\u200b');
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) expect(piece.replaceAll(family, '')).toBe('');
  const marked = wrappable('e\u0301'.repeat(60)).split('\u200b');
  for (const piece of marked) expect(piece).toMatch(/^(?:e\u0301)+$/);
});

const someText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('W', ' ', 'x'.repeat(45), '\u05d0'.repeat(41)),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

test.prop([someText])('only break opportunities are added, each once', (text) => {
  const broken = wrappable(isolated(text));
  expect(broken.replaceAll('\u200b', '')).toBe(isolated(text).replaceAll('\u200b', ''));
  expect(wrappable(broken)).toBe(broken);
});

test('an email of a hundred characters may be broken', () => {
  expect(wrappable(`${'w'.repeat(90)}@a.example`)).toContain('\u200b');
});

test.prop([fc.stringMatching(/^[A-Za-z0-9]{0,300}$/)])(
  'no word stays unbroken for more than forty characters',
  (text) => {
    expect(
      Math.max(
        ...wrappable(text)
          .split('\u200b')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(40);
  },
);
