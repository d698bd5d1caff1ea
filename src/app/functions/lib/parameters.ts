import { PROPERTY_NAMES } from '@stripe-payments/core';
import * as z from 'zod/mini';
import { instant, objectType, recordId } from './request.ts';

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

/** Nothing to choose; what an older page may have sent along does no harm. */
export const checkSetupParameters = z.object({});

/** More than there are steps: every property of every object type, in each of its actions. */
const MAX_STEPS = 500;

const stepId = z.templateLiteral([
  objectType,
  '/',
  z.enum(PROPERTY_NAMES),
  '/',
  z.enum(['create', 'restore', 'change']),
]);

export const applySetupParameters = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('apply'),
    steps: z.array(stepId).check(z.maxLength(MAX_STEPS)),
  }),
  z.object({ action: z.literal('remove'), confirmation: pasted }),
]);

export const previewSyncParameters = z.object({
  objectType,
  recordId,
  createdAt: instant,
  continuation,
});
