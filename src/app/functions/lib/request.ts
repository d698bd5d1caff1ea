import { instantParameter, objectTypeParameter, recordIdParameter } from '@stripe-payments/core';
import type { ViewedRecord } from '@stripe-payments/sync';
import { SyncError } from '@stripe-payments/sync';
import * as z from 'zod/mini';

const sentSchema = z.object({ hs_object_id: recordIdParameter, createdate: instantParameter });

const contextSchema = z.object({
  propertiesToSend: sentSchema,
  parameters: z.looseObject({ objectType: objectTypeParameter }),
});

const pageContextSchema = z.object({ parameters: z._default(z.unknown(), {}) });

/** What a private function is asked for, once it is understood. */
export interface FunctionRequest<P> {
  readonly viewed: ViewedRecord;
  readonly parameters: P;
}

/** @throws {SyncError} `bad-request` for anything that is not a well-formed request. */
export function parseRequest<P>(
  context: unknown,
  parametersSchema: z.ZodMiniType<P>,
): FunctionRequest<P> {
  const parsed = contextSchema.safeParse(context);
  if (!parsed.success) throw new SyncError('bad-request');
  const { propertiesToSend, parameters } = parsed.data;
  const asked = parametersSchema.safeParse(parameters);
  if (!asked.success) throw new SyncError('bad-request');
  return {
    viewed: {
      objectType: parameters.objectType,
      recordId: propertiesToSend.hs_object_id,
      createdAt: propertiesToSend.createdate,
    },
    parameters: asked.data,
  };
}

/**
 * What the app page asks for. HubSpot sends no record along: there is none on that page.
 * @throws {SyncError} `bad-request` for anything that is not a well-formed request.
 */
export function parsePageRequest<P>(context: unknown, parametersSchema: z.ZodMiniType<P>): P {
  const parsed = pageContextSchema.safeParse(context);
  const asked = parsed.success ? parametersSchema.safeParse(parsed.data.parameters) : parsed;
  if (!asked.success) throw new SyncError('bad-request');
  return asked.data;
}
