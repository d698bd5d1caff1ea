import type { Evidence, Language, Reason, RecordLink } from '@stripe-payments/core';
import {
  LANGUAGES,
  OBJECT_TYPES,
  reasonText,
  recordKey,
  recordName,
  textsIn,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { STRONGEST_FIRST } from '../../builders/naive-evidence.ts';

const bob: RecordLink = { objectType: 'contact', recordId: '7' };

/** A reader who may see Bob. */
const seeingBob = (language: Language) => ({
  texts: textsIn(language),
  recordNames: new Map([[recordKey(bob), 'Bob Jones']]),
});

const inEnglish = (evidence: Evidence, payer: RecordLink | null = null): string =>
  reasonText({ evidence, via: 'cus_1', payer }, seeingBob('en'), 'Ada Whitfield');

test.each<[Evidence, string, string]>([
  ['assigned', 'Assigned manually', 'Assigned manually: Bob Jones'],
  ['metadata', 'Matched by Stripe metadata', 'Matched by Stripe metadata: Bob Jones'],
  ['linked', 'Linked customer: Ada Whitfield', 'Linked customer: Bob Jones'],
  [
    'customer',
    "Matched by the customer's metadata",
    "Matched by the customer's metadata: Bob Jones",
  ],
  ['email', 'Matched by email', 'Matched by email: Bob Jones'],
])('%s is a phrase that names the record that paid', (evidence, own, ofPayer) => {
  expect(inEnglish(evidence)).toBe(own);
  expect(inEnglish(evidence, bob)).toBe(ofPayer);
});

test('a payer that the reader may not see is named by its id', () => {
  const nameless = { ...bob, objectType: 'company' } as const;
  expect(inEnglish('domain', nameless)).toBe('Matched by email domain: company 7');
});

test.each(LANGUAGES)('no two reasons share a phrase in %s', (language) => {
  const phrases = STRONGEST_FIRST.flatMap((evidence) =>
    [null, bob].map((payer: Reason['payer']) =>
      reasonText({ evidence, via: 'cus_1', payer }, seeingBob(language)),
    ),
  );
  expect(new Set(phrases).size).toBe(phrases.length);
});

test.each(OBJECT_TYPES)('a %s whose name is blank is named by its id', (objectType) => {
  const link = { ...bob, objectType };
  const recordNames = new Map([[recordKey(link), ' ']]);
  expect(recordName(link, { texts: textsIn('en'), recordNames })).toBe(`${objectType} 7`);
});
