/** Object types whose records the product serves. */
export const OBJECT_TYPES = ['deal', 'contact', 'company'] as const;

export type ObjectType = (typeof OBJECT_TYPES)[number];

/**
 * A record, without its name: not every reader may see it, and a function does not know who reads. A card
 * has HubSpot look the name up for its reader.
 */
export interface RecordLink {
  readonly objectType: ObjectType;
  readonly recordId: string;
}

/** Of what is known of a record, only which one it is. */
export const linkOf = ({ objectType, recordId }: RecordLink): RecordLink => ({
  objectType,
  recordId,
});

/** The names that a reader may see, by `recordKey`. */
export type RecordNames = ReadonlyMap<string, string>;

export const recordKey = ({ objectType, recordId }: RecordLink): string =>
  `${objectType}/${recordId}`;

/** Where an account keeps a record of each payment: an object of this app's own, or HubSpot's Payments. */
export type PaymentRecordKind = 'custom-object' | 'hubspot-payments';
