import { z } from 'zod';

/** Why a stand-in's own route refused a body, one line for each field. */
export const controlErrorMessage = (error: Error): string =>
  error instanceof z.ZodError ? z.prettifyError(error) : error.message;

export const controlErrorAnswer = (error: Error): Response =>
  Response.json({ error: controlErrorMessage(error) }, { status: 400 });
