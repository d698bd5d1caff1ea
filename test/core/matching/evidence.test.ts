import { expect, test } from 'vitest';
import {
  EVIDENCE,
  MATCH_VALUES,
  weakestEvidence,
} from '../../../src/app/packages/core/src/matching/evidence.ts';

test.each([
  [['assigned'], 'assigned'],
  [['metadata', 'assigned'], 'metadata'],
  [['assigned', 'linked', 'metadata'], 'linked'],
  [['linked', 'linked'], 'linked'],
  [[], 'none'],
] as const)('of %j the weakest is %s', (used, weakest) => {
  expect(weakestEvidence(used)).toBe(weakest);
});

test('the weakest of very many is found', () => {
  const used = Array.from({ length: 300_000 }, () => 'assigned' as const);
  expect(weakestEvidence(used)).toBe('assigned');
});

test('every evidence is an option of the match property', () => {
  expect(EVIDENCE.filter((evidence) => !MATCH_VALUES.includes(evidence))).toEqual([]);
});
