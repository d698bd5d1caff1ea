import type { Evidence, Reason, RecordLink } from '@stripe-payments/core';
import { LANGUAGES, reasonText, textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { STRONGEST_FIRST } from '../../builders/naive-evidence.ts';

const bob: RecordLink = { objectType: 'contact', recordId: '7', name: 'Bob Jones' };

const inEnglish = (evidence: Evidence, via: string, payer: RecordLink | null = null): string =>
  reasonText({ evidence, via, payer }, textsIn('en'));

test.each<[Evidence, string, string, string]>([
  ['assigned', 'pi_1', 'Assigned by hand: pi_1.', 'Assigned by hand to Bob Jones: pi_1.'],
  [
    'metadata',
    'in_1',
    'The Stripe metadata of in_1 names this record.',
    'The Stripe metadata of in_1 names Bob Jones.',
  ],
  [
    'linked',
    'cus_1',
    'The customer cus_1 is linked.',
    'The customer cus_1 is linked to Bob Jones.',
  ],
  [
    'customer',
    'cus_1',
    'The Stripe metadata of the customer cus_1 names this record.',
    'The Stripe metadata of the customer cus_1 names Bob Jones.',
  ],
  [
    'email',
    'bob@example.com',
    'The address bob@example.com is that of this record.',
    'The address bob@example.com is that of Bob Jones.',
  ],
])('%s is told in a sentence, and whose it is', (evidence, via, own, ofPayer) => {
  expect(inEnglish(evidence, via)).toBe(own);
  expect(inEnglish(evidence, via, bob)).toBe(ofPayer);
});

test('a payer without a name is told by its id', () => {
  const nameless = { ...bob, objectType: 'company', name: ' ' } as const;
  expect(inEnglish('domain', 'acme.com', nameless)).toBe(
    "The customer's address has the domain of the company 7, acme.com.",
  );
});

test.each(LANGUAGES)(
  'every reason is one sentence with its fact and its payer in %s',
  (language) => {
    const reasons = STRONGEST_FIRST.flatMap((evidence): Reason[] => [
      { evidence, via: 'the fact', payer: null },
      { evidence, via: 'the fact', payer: bob },
    ]);
    const sentences = reasons.map((reason) => reasonText(reason, textsIn(language)));
    for (const [index, sentence] of sentences.entries()) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).toContain('the fact');
      expect(sentence.includes('Bob Jones')).toBe(index % 2 === 1);
    }
    expect(new Set(sentences).size).toBe(sentences.length);
  },
);
