import * as z from 'zod/mini';
import type { AskedFor } from '../acting/asked-for.ts';
import { failureSchema } from './failure.ts';
import type { Immutable } from './schema.ts';
import { integer, integerOrNull, moneySchema, openEnum, text, textOrNull } from './schema.ts';

const askedFor: z.ZodMiniType<AskedFor> = z.object({
  kind: openEnum<AskedFor['kind']>(),
  id: text,
  number: textOrNull,
  open: moneySchema,
  dueDate: integerOrNull,
});

/** What is outstanding, and what is asked for already, by any program. */
export const standing = z.object({
  /** Null where it is not known, and on a contact. */
  outstanding: z.nullable(moneySchema),
  asked: z.array(askedFor),
  /** What the customer paid and has back, in the currency of the deal: it is missing, and not theirs to pay. */
  refunded: z.nullable(moneySchema),
  /** What a bank took back for good, likewise. */
  lost: z.nullable(moneySchema),
  /** Payments that may be the record's, and wait for a person. */
  reviewCount: integer,
  /** Of the sync that saved what is outstanding, in milliseconds since the epoch; null where it is as of now. */
  asOfMs: integerOrNull,
  /** Why it is not all known; null where it is. */
  problem: z.nullable(failureSchema),
});

export type RequestStanding = Immutable<z.infer<typeof standing>>;
