import type { CrmSearchResultItem } from '@hubspot/ui-extensions';
import type { ObjectType, SetupTexts } from '@stripe-payments/core';
import { brief, isVisible, MODIFIED_AT } from '@stripe-payments/core';
import { foundName } from '@stripe-payments/ui';

/** More is no name. */
const MAX_OF_NAME = 300;

/** A record that the user can see and preview. */
export interface PickableRecord {
  readonly objectType: ObjectType;
  readonly recordId: string;
  /** As HubSpot gave it: with the next it proves that the reader can see the record. */
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly name: string;
}

const isFilled = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && isVisible(text);

/** By its name; one that has none by its id. */
export function nameOf(
  objectType: ObjectType,
  item: CrmSearchResultItem,
  { setup }: SetupTexts,
): string {
  const found = foundName(objectType, item);
  return found === undefined
    ? setup.tryIt.unnamed(String(item.objectId))
    : brief(found, MAX_OF_NAME);
}

/** Without these two times nothing could be proved, so such a record cannot be picked. */
export const pickableRecords = (
  objectType: ObjectType,
  found: readonly CrmSearchResultItem[],
  texts: SetupTexts,
): readonly PickableRecord[] =>
  found.flatMap((item) => {
    const createdAt = item.properties['createdate'];
    const modifiedAt = item.properties[MODIFIED_AT[objectType]];
    return isFilled(createdAt) && isFilled(modifiedAt)
      ? [
          {
            objectType,
            recordId: String(item.objectId),
            createdAt,
            modifiedAt,
            name: nameOf(objectType, item, texts),
          },
        ]
      : [];
  });
