import * as z from 'zod/mini';
import { objectType } from './request.ts';

/** Longer than any id, address or name that makes sense. */
const pasted = z.string().check(z.maxLength(2_000));

/** Sealed text; a company of some thousand contacts needs some hundred kilobytes. */
const continuation = z.optional(z.string().check(z.maxLength(2_000_000)));

/** Of a reading, and of a sync, which begins with one. */
export const readParameters = z.object({
  objectType,
  dryRun: z.optional(z.boolean()),
  continuation,
});

export const linkPaymentsParameters = z.discriminatedUnion('action', [
  z.object({ objectType, action: z.literal('search'), query: pasted }),
  z.object({ objectType, action: z.literal('link'), customerId: pasted }),
  z.object({ objectType, action: z.literal('unlink'), customerId: pasted }),
  z.object({
    objectType,
    action: z.literal('assign'),
    id: pasted,
    despiteClaim: z._default(z.boolean(), false),
    alsoInStripe: z._default(z.boolean(), false),
  }),
  z.object({
    objectType,
    action: z.literal('unassign'),
    id: pasted,
    alsoInStripe: z._default(z.boolean(), false),
  }),
]);
