import { z } from 'zod';

/** Why a stand-in's own route refused a body, one line for each field. */
export function controlErrorAnswer(error: Error): Response {
  const message = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
  return Response.json({ error: message }, { status: 400 });
}
