import type { PropertyChange } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../ports.ts';

/** All changes in one call; none where nothing changes. */
export async function writeChanges(
  { crm }: Ports,
  record: RecordRef,
  changes: readonly PropertyChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await crm.write(record, Object.fromEntries(changes.map(({ name, to }) => [name, to])));
}
