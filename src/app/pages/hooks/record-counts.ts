import type { SetupReport, SyncedRecords, Texts } from '@stripe-payments/core';

type Counted = 'synced' | 'ofOtherMode';

/** `3 deals, 12 contacts`; empty where there are none. */
export const recordCounts = (
  counts: readonly SyncedRecords[],
  counted: Counted,
  { setup }: Texts,
): string =>
  counts
    .filter((count) => count[counted] > 0 && Object.hasOwn(setup.crm.counts, count.objectType))
    .map((count) => setup.crm.counts[count.objectType](count[counted]))
    .join(', ');

/** What a removal hides, in a sentence. */
export function hiddenByRemoval({ crm }: SetupReport, texts: Texts): string {
  const words = texts.setup.removal;
  if (!crm.isReadable || !crm.records.isReadable) return words.hidesUnknown;
  const records = recordCounts(crm.records.counts, 'synced', texts);
  return records === '' ? words.hidesNothing : words.hides(records);
}
