import * as z from 'zod/mini';
import type { ObjectType } from '../record/object-type.ts';

// HubSpot runs cards and pages in a worker that may forbid `eval`, which zod's compiled parsers use.
z.config({ jitless: true });

/** The type of parsed data: nobody changes what was read. */
export type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

/**
 * Text that is one of the type's values, or one that a newer build has added: code that branches on it
 * has a visible default.
 */
export const openEnum = <Value extends string>(): z.ZodMiniType<Value, Value> =>
  z.custom<Value>((value) => typeof value === 'string');

export const recordLinkSchema = z.object({
  objectType: openEnum<ObjectType>(),
  recordId: z.string(),
  name: z.nullable(z.string()),
});
