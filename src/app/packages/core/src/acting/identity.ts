import { ownMetadataKey } from '../record/metadata-keys.ts';
import type { ObjectType } from '../record/object-type.ts';

/** Data that JSON holds. */
export type Content =
  string | number | boolean | null | readonly Content[] | { readonly [name: string]: Content };

/** One text for equal data, whatever the order of its fields. */
export function canonical(content: Content): string {
  if (content === null || typeof content !== 'object') return JSON.stringify(content);
  if (isList(content)) return `[${content.map(canonical).join(',')}]`;
  const fields = Object.entries(content).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${canonical(value)}`).join(',')}}`;
}

const isList = (content: Content): content is readonly Content[] => Array.isArray(content);

/** The record that an action belongs to. Its creation time tells two with one id apart, in any account. */
export interface ActedRecord {
  readonly objectType: ObjectType;
  readonly recordId: string;
  /** Milliseconds since the epoch. */
  readonly createdMs: number;
}

/** What an action is, and for which record: it is signed, and two that are equal are the same action. */
export const actionContent = (
  { objectType, recordId, createdMs }: ActedRecord,
  action: string,
  content: Content,
): string => canonical({ record: { objectType, recordId, createdMs }, action, content });

/** Stripe takes 255 characters. One action has a key for each of its calls. */
export const idempotencyKey = (fingerprint: string, step: string): string =>
  `stripe-payments-for-crm/${fingerprint}/${step}`;

/** Keys of what this app writes into metadata beside the record. */
export const REQUEST_KEY = 'hubspot_request';
export const USER_KEY = 'hubspot_user_id';
export const CONFIRMATION_KEY = 'hubspot_confirmation';

interface ActionFacts {
  /** Tells equal requests of one record apart from others; null where it is no request. */
  readonly fingerprint?: string;
  readonly userId?: string;
  readonly confirmation?: string;
}

/** Of everything that is created: by it matching finds the record, and this app what it has done. */
export const actionMetadata = (
  { objectType, recordId }: Pick<ActedRecord, 'objectType' | 'recordId'>,
  { fingerprint, userId, confirmation }: ActionFacts,
): Readonly<Record<string, string>> => ({
  [ownMetadataKey(objectType)]: recordId,
  ...(fingerprint === undefined ? {} : { [REQUEST_KEY]: fingerprint }),
  ...(userId === undefined ? {} : { [USER_KEY]: userId }),
  ...(confirmation === undefined ? {} : { [CONFIRMATION_KEY]: confirmation }),
});
