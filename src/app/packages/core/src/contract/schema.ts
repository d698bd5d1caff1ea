import * as z from 'zod/mini';
import type { Reason } from '../matching/match.ts';
import type { Money } from '../money/money.ts';
import type { ObjectType, RecordLink } from '../record/object-type.ts';

// HubSpot runs cards and pages in a worker that may forbid `eval`, which zod's compiled parsers use.
z.config({ jitless: true });

/** The type of data that was read: it is never changed. */
export type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

/**
 * Text that is one of the type's values, or one that a newer build has added: code that branches on it
 * has a visible default. What has a form of its own, in another member of a union, is left out.
 */
/* @__NO_SIDE_EFFECTS__ */
export const openEnum = <Value extends string>(
  ...others: readonly string[]
): z.ZodMiniType<Value, Value> =>
  z.custom<Value>((value) => typeof value === 'string' && !others.includes(value));

export const text = z.string();
/** Labels by property name, in every language: a card knows its reader's, and holds none of them. */
export const labelsSchema = z.object({
  en: z.record(z.string(), text),
  it: z.record(z.string(), text),
});

export const textOrNull = z.nullable(text);
export const flag = z.boolean();

/** Seconds or milliseconds since the epoch, or a count. */
export const integer = z.int();
export const integerOrNull = z.nullable(integer);

export const objectType = openEnum<ObjectType>();
export const mode = openEnum<'live' | 'test'>();

export const recordLinkSchema: z.ZodMiniType<RecordLink> = z.object({ objectType, recordId: text });

export const recordLinks = z.array(recordLinkSchema);

/** An amount in minor units is a safe integer or nothing that could be printed. */
export const moneySchema: z.ZodMiniType<Money> = z.object({ minor: integer, currency: text });

export const reasonSchema: z.ZodMiniType<Reason> = z.object({
  evidence: openEnum<Reason['evidence']>(),
  via: text,
  payer: z.nullable(recordLinkSchema),
});
