import type { CrmAccountFacts, SetupReport, SyncedRecords } from '../contract/setup.ts';
import type { SetupTexts } from '../texts/setup-texts.ts';
import { knownText } from './known-word.ts';

type Counted = 'synced' | 'ofOtherMode';

/** `3 deals, 12 contacts`; empty where there are none. */
export const recordCounts = (
  counts: readonly SyncedRecords[],
  counted: Counted,
  { setup }: SetupTexts,
): string =>
  counts
    // A newer function may count a kind of record that this build has no word for.
    .filter((count) => count[counted] > 0 && Object.hasOwn(setup.crm.counts, count.objectType))
    .map((count) => setup.crm.counts[count.objectType](count[counted]))
    .join(', ');

/** What a removal hides, in a sentence. */
export function hiddenByRemoval({ crm }: Pick<SetupReport, 'crm'>, texts: SetupTexts): string {
  const words = texts.setup.removal;
  if (!crm.isReadable || !crm.records.isReadable) return words.hidesUnknown;
  const records = recordCounts(crm.records.counts, 'synced', texts);
  return records === '' ? words.hidesNothing : words.hides(records);
}

/** `4242, Standard account`; HubSpot's own word for a type that is new. */
export function crmAccountText(
  { portalId, accountType }: CrmAccountFacts,
  texts: SetupTexts,
): string {
  const name = knownText(texts.setup.crm.accountTypes, accountType);
  return [String(portalId), name].filter((part) => part !== '').join(', ');
}
