import type { CheckedUrl } from '../links/checked-url.ts';
import type { ObjectType, RecordLink } from '../record/object-type.ts';
import { isRecordId } from '../record/record-id.ts';

/** HubSpot's id of each type. */
export const TYPE_IDS: Readonly<Record<ObjectType, string>> = {
  contact: '0-1',
  company: '0-2',
  deal: '0-3',
};

/** The type of a record by its id in HubSpot; undefined for one that has no payments here. */
export function objectTypeOf(typeId: string): ObjectType | undefined {
  if (typeId === TYPE_IDS.deal) return 'deal';
  if (typeId === TYPE_IDS.contact) return 'contact';
  return typeId === TYPE_IDS.company ? 'company' : undefined;
}

/** A record's page; null where the id is none. */
export function recordUrl(
  portalId: number,
  { objectType, recordId }: RecordLink,
): CheckedUrl | null {
  if (!isRecordId(recordId)) return null;
  const path = `${TYPE_IDS[objectType]}/${recordId}`;
  return `https://app.hubspot.com/contacts/${String(portalId)}/record/${path}`;
}

/** The app's own page in HubSpot (developers.hubspot.com, app pages). */
export const appPageUrl = (portalId: number, appId: number | string): CheckedUrl =>
  `https://app.hubspot.com/app/${String(portalId)}/${encodeURIComponent(appId)}`;
