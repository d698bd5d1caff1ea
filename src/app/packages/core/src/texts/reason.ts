import type { Evidence } from '../matching/evidence.ts';
import type { Reason } from '../matching/match.ts';
import { isVisible } from '../untrusted/plain-text.ts';
import { isolated } from '../untrusted/sentence.ts';
import type { Texts } from './catalogue.ts';

const OF_PAYER = {
  assigned: 'assignedTo',
  metadata: 'metadataOf',
  linked: 'linkedTo',
  customer: 'customerOf',
  email: 'emailOf',
  domain: 'domainOf',
} as const satisfies Record<Evidence, keyof Texts['reasons']>;

/** Why a payment is on a record, in one sentence; names the payer, or its id where it has no name. */
export function reasonText({ evidence, via, payer }: Reason, { reasons }: Texts): string {
  const matched = isolated(via);
  if (payer === null) return reasons[evidence](matched);
  const { objectType, recordId, name } = payer;
  const isNamed = name !== null && isVisible(name);
  const called = isNamed ? isolated(name) : reasons.unnamedPayer[objectType](recordId);
  return reasons[OF_PAYER[evidence]](matched, called);
}
