import { textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { withArticle } from '../../../src/app/packages/core/src/texts/italian/day.ts';

test.each([
  ['il', '8 nov 2026', "l'8 nov 2026"],
  ['dal', '11 nov 2026', "dall'11 nov 2026"],
  ['al', '1 nov 2026', 'al 1° nov 2026'],
  ['al', '1\u00a0nov\u00a02026', 'al 1°\u00a0nov\u00a02026'],
  ['il', '18 nov 2026', 'il 18 nov 2026'],
  ['il', '10 nov 2026', 'il 10 nov 2026'],
  ['il', '08/11/2026', 'il 08/11/2026'],
  ['il', '1.11.2026', 'il 1.11.2026'],
  ['al', '8.11.2026', "all'8.11.2026"],
  ['il', 'Nov 8, 2026', 'il Nov 8, 2026'],
] as const)('%s and %s are %s', (article, day, text) => {
  expect(withArticle(article, day)).toBe(text);
});

test('sentences with a day have it', () => {
  const { billing, links, next } = textsIn('it').card;
  expect(billing.due('11 dic 2026')).toBe("Scade l'11 dic 2026");
  expect(billing.trialEnds('1 dic 2026')).toBe('In prova fino al 1° dic 2026');
  expect(links.customerSince('8 dic 2026')).toBe("Cliente dall'8 dic 2026");
  expect(next.captureBy('5,00 €', '8 dic 2026')).toContain("entro l'8 dic 2026");
});
