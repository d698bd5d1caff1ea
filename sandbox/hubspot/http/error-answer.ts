import { HTTPException } from 'hono/http-exception';
import { HubSpotApiError } from '../api-error.ts';
import type { HubSpotContext } from './environment.ts';

/** A refusal in HubSpot's envelope; anything else is a fault of the stand-in and says so as a 500. */
export function answerError(error: Error, context: HubSpotContext): Response {
  const correlationId = context.get('correlationId');
  if (error instanceof HTTPException) return error.getResponse();
  if (!(error instanceof HubSpotApiError)) {
    const message = `The HubSpot stand-in failed: ${error.message}`;
    return context.json({ status: 'error', message, correlationId }, 500);
  }
  const { message, ...rest } = error.body;
  const envelope = { status: 'error', message, correlationId, ...rest };
  const body = error.isNested
    ? { status: 'error', message: JSON.stringify(envelope), correlationId }
    : envelope;
  return context.json(body, error.status);
}
