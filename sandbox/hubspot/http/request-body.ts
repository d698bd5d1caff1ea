import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { invalidJson } from '../api-error.ts';
import type { HubSpotContext } from './environment.ts';
import { htmlAnswer } from './html-answer.ts';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'Unexpected value';
    throw invalidJson(detail);
  }
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'Unexpected value';
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`;
}

/** The body of a write. Unknown fields are refused where the schema is strict. */
export async function readBody<Schema extends z.ZodType>(
  context: HubSpotContext,
  schema: Schema,
): Promise<z.output<Schema>> {
  const contentType = context.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    throw new HTTPException(415, { res: htmlAnswer(415, 'Unsupported Media Type') });
  }
  const parsed = schema.safeParse(parseJson(await context.req.text()));
  if (!parsed.success) throw invalidJson(describe(parsed.error));
  return parsed.data;
}
