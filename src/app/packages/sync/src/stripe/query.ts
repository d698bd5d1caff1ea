import type { ObjectType } from '@stripe-payments/core';
import { ownMetadataKey } from '@stripe-payments/core';
import type { OtherKeys } from './metadata.ts';

/** https://docs.stripe.com/search#search-query-language: AND and OR cannot be mixed. */
export const MAX_CLAUSES = 10;

/** The shortest text that `~` accepts. */
export const MIN_PART = 3;

/**
 * A value between quotes, in which nothing ends it. Stripe's language has no other special character;
 * a control character has no business in a value, and a line break would be one more way out.
 */
function quoted(value: string): string {
  const printable = value.replaceAll(/\p{Cc}/gu, ' ');
  return `"${printable.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

export const equals = (field: string, value: string): string => `${field}:${quoted(value)}`;

export const contains = (field: string, part: string): string => `${field}~${quoted(part)}`;

/** A clause for each key under which metadata can name the record. */
export function metadataClauses(
  objectType: ObjectType,
  recordId: string,
  otherKeys: OtherKeys,
): readonly string[] {
  const others = otherKeys.filter((other) => other.objectType === objectType);
  const keys = [ownMetadataKey(objectType), ...others.map(({ key }) => key)];
  return keys.map((key) => `metadata[${quoted(key)}]:${quoted(recordId)}`);
}

/** Alternatives, as many to a query as Stripe takes. */
export function anyOf(clauses: readonly string[]): readonly string[] {
  const queries: string[] = [];
  for (let start = 0; start < clauses.length; start += MAX_CLAUSES) {
    queries.push(clauses.slice(start, start + MAX_CLAUSES).join(' OR '));
  }
  return queries;
}
