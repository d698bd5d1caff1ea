import type { Reason } from '../matching/match.ts';
import { isVisible } from '../untrusted/plain-text.ts';
import { isolated } from '../untrusted/sentence.ts';
import type { Texts } from './catalogue.ts';

/**
 * Why a payment is on a record, in a phrase: with the record that paid, or its id where it has no name;
 * else with the customer who is linked.
 */
export function reasonText(
  { evidence, payer }: Reason,
  { reasons }: Texts,
  customer: string | null = null,
): string {
  const phrase = reasons[evidence];
  if (payer === null) {
    return evidence === 'linked' && customer !== null ? `${phrase}: ${customer}` : phrase;
  }
  const { objectType, recordId, name } = payer;
  const isNamed = name !== null && isVisible(name);
  const called = isNamed ? isolated(name) : reasons.unnamedPayer[objectType](recordId);
  return `${phrase}: ${called}`;
}
