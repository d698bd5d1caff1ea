import type { Evidence } from '../attribution/evidence.ts';
import type { Reason } from '../attribution/placement.ts';
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
  if (payer === null) return reasons[evidence](via);
  const { objectType, recordId, name } = payer;
  const isNamed = name !== null && name.trim() !== '';
  const called = isNamed ? name : reasons.unnamedPayer[objectType](recordId);
  return reasons[OF_PAYER[evidence]](via, called);
}
