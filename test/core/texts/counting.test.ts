import { textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { countingIn } from '../../../src/app/packages/core/src/texts/counting.ts';

const english = textsIn('en').card;
const italian = textsIn('it').card;

const forms = { one: 'one', other: 'other' };

test.each([
  ['en', 0, '0 other'],
  ['en', 1, '1 one'],
  ['en', 2, '2 other'],
  ['en', 1_000_000, '1,000,000 other'],
  ['it', 0, '0 other'],
  ['it', 1, '1 one'],
  ['it', 2, '2 other'],
  ['it', 1_250, '1.250 other'],
  ['it', 1_000_000, '1.000.000 other'],
])('in %s, %d is counted as %s', (language, count, text) => {
  expect(countingIn(language).counted(count, forms)).toBe(text);
});

test('a plural form of the language is used where it is given', () => {
  const { plural } = countingIn('it');
  expect(plural(1_000_000, { ...forms, many: 'many' })).toBe('many');
  expect(plural(1_000_001, { ...forms, many: 'many' })).toBe('other');
});

const texts = {
  changed: [english.sync.changed, italian.sync.changed],
  title: [english.payments.title, italian.payments.title],
  claimedElsewhere: [
    (count: number) => english.notes.claimedElsewhere(count, 'another deal'),
    (count: number) => italian.notes.claimedElsewhere(count, "un'altra trattativa"),
  ],
  unclassified: [english.notes.unclassified, italian.notes.unclassified],
  respond: [english.next.respond, italian.next.respond],
} as const;

test.each([
  ['changed', 0, '0 properties updated', '0 proprietà aggiornate'],
  ['changed', 1, '1 property updated', '1 proprietà aggiornata'],
  ['changed', 2, '2 properties updated', '2 proprietà aggiornate'],
  ['changed', 1_000_000, '1,000,000 properties updated', '1.000.000 proprietà aggiornate'],
  ['title', 0, 'Payments (0)', 'Pagamenti (0)'],
  ['title', 1_000_000, 'Payments (1,000,000)', 'Pagamenti (1.000.000)'],
  ['unclassified', 0, '0 balance transactions', '0 transazioni del saldo non sono'],
  ['unclassified', 1, "1 balance transaction couldn't", '1 transazione del saldo non è'],
  ['unclassified', 2, '2 balance transactions', '2 transazioni del saldo non sono'],
  ['claimedElsewhere', 0, '0 payments from these customers belong to', '0 pagamenti di'],
  ['claimedElsewhere', 1, '1 payment from these customers belongs to', '1 pagamento di'],
  ['claimedElsewhere', 2, '2 payments from these customers belong to', '2 pagamenti di'],
  ['claimedElsewhere', 1_000_000, '1,000,000 payments from', '1.000.000 pagamenti di'],
  ['respond', 1, 'Respond to a dispute', 'Rispondi a una contestazione'],
  ['respond', 2, 'Respond to 2 disputes', 'Rispondi a 2 contestazioni'],
  ['respond', 1_000_000, 'Respond to 1,000,000', 'Rispondi a 1.000.000'],
] as const)('%s of %d: %s / %s', (name, count, inEnglish, inItalian) => {
  const [inEnglishText, inItalianText] = texts[name];
  expect(inEnglishText(count).startsWith(inEnglish), inEnglishText(count)).toBe(true);
  expect(inItalianText(count).startsWith(inItalian), inItalianText(count)).toBe(true);
});

test.each([
  // Italian groups digits from five on.
  [1, 1_000, 'newest 1 of 1,000', 'il pagamento più recente su 1.000'],
  [1, 10_000, 'newest 1 of 10,000', 'il pagamento più recente su 10.000'],
  [500, 1_000_000, 'newest 500 of 1,000,000', '500 pagamenti più recenti su 1.000.000'],
])('rows omitted, %d of %d', (shown, total, inEnglish, inItalian) => {
  expect(english.notes.rowsOmitted(shown, total)).toContain(inEnglish);
  expect(italian.notes.rowsOmitted(shown, total)).toContain(inItalian);
});
