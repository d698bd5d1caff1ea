/** Object types whose records the product serves. */
export const OBJECT_TYPES = ['deal', 'contact', 'company'] as const;

export type ObjectType = (typeof OBJECT_TYPES)[number];

/** A record by name, for people. */
export interface RecordLink {
  readonly objectType: ObjectType;
  readonly recordId: string;
  /** Null where it was not read. */
  readonly name: string | null;
}
