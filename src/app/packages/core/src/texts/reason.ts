import type { Evidence } from '../matching/evidence.ts';
import type { Reason } from '../matching/match.ts';
import { isolated } from '../untrusted/isolated.ts';
import { isVisible } from '../untrusted/visible.ts';
import type { Texts } from './english.ts';

const OF_PAYER = {
  assigned: 'assignedTo',
  metadata: 'metadataOf',
  linked: 'linkedTo',
  customer: 'customerOf',
  email: 'emailOf',
  domain: 'domainOf',
} as const satisfies Record<Evidence, keyof Texts['reasons']>;

/** Why something is on a record, in one plain sentence; with the payer's name, or its id where it has none. */
export function reasonText({ evidence, via, payer }: Reason, { reasons }: Texts): string {
  const matched = isolated(via);
  if (payer === null) return reasons[evidence](matched);
  const { objectType, recordId, name } = payer;
  const isNamed = name !== null && isVisible(name);
  const called = isNamed ? isolated(name) : reasons.unnamedPayer[objectType](recordId);
  return reasons[OF_PAYER[evidence]](matched, called);
}
