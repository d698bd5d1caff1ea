import type { ObjectType } from './object-type.ts';
import { OBJECT_TYPES } from './object-type.ts';

/** A key under which another tool names HubSpot records in Stripe's metadata. */
export interface MetadataKey {
  readonly objectType: ObjectType;
  readonly key: string;
}

/** The key under which this app names them. */
export const ownMetadataKey = (objectType: ObjectType): string => `hubspot_${objectType}_id`;

/** Each is one more clause for every record, in five searches at Stripe, which take ten clauses each. */
const MAX_KEYS = 8;

/** Stripe's limit, and without what Stripe refuses in a key or what would end it in a search. */
const KEY = /^[^[\]"\\\p{Cc}]{1,40}$/u;

const isObjectType = (text: string): text is ObjectType =>
  OBJECT_TYPES.some((objectType) => objectType === text);

type MetadataKeysOutcome =
  | { readonly ok: true; readonly keys: readonly MetadataKey[] }
  | { readonly ok: false; readonly reason: string };

const refused = (reason: string): MetadataKeysOutcome => ({ ok: false, reason });

/**
 * The keys in a setting such as `deal: deal_id, dealId; contact: crm_contact`; none in an empty one.
 * The reason is for who builds the app.
 */
export function parseMetadataKeys(text: string): MetadataKeysOutcome {
  const keys: MetadataKey[] = [];
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const colon = part.indexOf(':');
    const objectType = part.slice(0, Math.max(colon, 0)).trim();
    if (!isObjectType(objectType)) {
      return refused(`"${part.trim()}" must begin with ${OBJECT_TYPES.join(':, ')}:.`);
    }
    for (const key of part
      .slice(colon + 1)
      .split(',')
      .map((word) => word.trim())) {
      if (!KEY.test(key)) return refused(`"${key}" can't be a metadata key in Stripe.`);
      if (OBJECT_TYPES.some((type) => ownMetadataKey(type) === key)) {
        return refused(`"${key}" is always used: leave it out.`);
      }
      if (keys.some((known) => known.key === key)) return refused(`"${key}" is there twice.`);
      keys.push({ objectType, key });
    }
  }
  return keys.length > MAX_KEYS
    ? refused(
        `${String(keys.length)} keys are more than the ${String(MAX_KEYS)} that are searched.`,
      )
    : { ok: true, keys };
}
