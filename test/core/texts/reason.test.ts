import type { Evidence, Reason, RecordLink } from '@stripe-payments/core';
import { LANGUAGES, reasonText, textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { STRONGEST_FIRST } from '../../builders/naive-evidence.ts';

const bob: RecordLink = { objectType: 'contact', recordId: '7', name: 'Bob Jones' };

const inEnglish = (evidence: Evidence, via: string, payer: RecordLink | null = null): string =>
  reasonText({ evidence, via, payer }, textsIn('en'));

test.each<[Evidence, string, string, string]>([
  ['assigned', 'pi_1', 'Assigned manually: pi_1.', 'Assigned manually to Bob Jones: pi_1.'],
  [
    'metadata',
    'in_1',
    'The Stripe metadata of in_1 references this record.',
    'The Stripe metadata of in_1 references Bob Jones.',
  ],
  [
    'linked',
    'cus_1',
    'Customer cus_1 is linked to this record.',
    'Customer cus_1 is linked to Bob Jones.',
  ],
  [
    'customer',
    'cus_1',
    'The Stripe metadata of customer cus_1 references this record.',
    'The Stripe metadata of customer cus_1 references Bob Jones.',
  ],
  [
    'email',
    'bob@example.com',
    "The customer's email, bob@example.com, matches this record.",
    "The customer's email, bob@example.com, matches Bob Jones.",
  ],
])('%s is one sentence that names the payer', (evidence, via, own, ofPayer) => {
  expect(inEnglish(evidence, via)).toBe(own);
  expect(inEnglish(evidence, via, bob)).toBe(ofPayer);
});

test('a payer without a name is named by its id', () => {
  const nameless = { ...bob, objectType: 'company', name: ' ' } as const;
  expect(inEnglish('domain', 'acme.com', nameless)).toBe(
    "The customer's email domain, acme.com, matches company 7.",
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
