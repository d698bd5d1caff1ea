import type { CrmSearchResultItem } from '@hubspot/ui-extensions';
import type { ObjectType, SetupTexts } from '@stripe-payments/core';
import { brief, isVisible, MODIFIED_AT } from '@stripe-payments/core';

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

/** HubSpot's id of each object type, and what names its records. */
export const SEARCHED: Readonly<
  Record<ObjectType, { readonly typeId: string; readonly names: readonly string[] }>
> = {
  deal: { typeId: '0-3', names: ['dealname'] },
  contact: { typeId: '0-1', names: ['firstname', 'lastname', 'email'] },
  company: { typeId: '0-2', names: ['name', 'domain'] },
};

const isFilled = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && isVisible(text);

/** By its names; one that has none by its id. */
export function nameOf(
  objectType: ObjectType,
  { objectId, properties }: CrmSearchResultItem,
  { setup }: SetupTexts,
): string {
  const names = SEARCHED[objectType].names.map((name) => properties[name]);
  // A contact's first two make one name.
  const alternatives =
    objectType === 'contact' ? [names.slice(0, 2), names.slice(2)] : names.map((name) => [name]);
  const found = alternatives
    .map((each) => each.filter(isFilled).join(' '))
    .find((name) => name !== '');
  return found === undefined ? setup.tryIt.unnamed(String(objectId)) : brief(found, MAX_OF_NAME);
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
