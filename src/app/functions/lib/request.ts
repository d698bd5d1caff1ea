import { OBJECT_TYPES } from '@stripe-payments/core';
import type { ViewedRecord } from '@stripe-payments/sync';
import { SyncError } from '@stripe-payments/sync';
import * as z from 'zod/mini';

const recordId = z.union([
  z.string().check(z.regex(/^\d{1,19}$/)),
  z.pipe(
    z.int().check(z.positive()),
    z.transform((id) => String(id)),
  ),
]);

// HubSpot sends datetimes as ISO text or as milliseconds, as text or as a number.
const instant = z.union([
  z.string().check(z.minLength(1)),
  z.pipe(
    z.int(),
    z.transform((ms) => String(ms)),
  ),
]);

const contextSchema = z.object({
  propertiesToSend: z.object({ hs_object_id: recordId, createdate: instant }),
  parameters: z.object({
    objectType: z.enum(OBJECT_TYPES),
    dryRun: z.optional(z.boolean()),
  }),
});

/** What a private function is asked for, once it is understood. */
export interface FunctionRequest {
  readonly viewed: ViewedRecord;
  readonly dryRun: boolean;
}

/** @throws {SyncError} `bad-request` for anything that is not a well-formed request. */
export function parseRequest(context: unknown): FunctionRequest {
  const parsed = contextSchema.safeParse(context);
  if (!parsed.success) throw new SyncError('bad-request');
  const { propertiesToSend, parameters } = parsed.data;
  return {
    viewed: {
      objectType: parameters.objectType,
      recordId: propertiesToSend.hs_object_id,
      createdAt: propertiesToSend.createdate,
    },
    dryRun: parameters.dryRun ?? false,
  };
}
