import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { invalidJson, unknownObjectType, validationError } from '../model/api-error.ts';
import type { ObjectTypeName } from '../model/entities.ts';
import { htmlAnswer } from './answers.ts';
import type { HubSpotContext } from './environment.ts';

/** The part of the store that knows which object a text in a path means. */
interface TypeResolver {
  resolveType(text: string): ObjectTypeName | undefined;
}

export function readObjectType(types: TypeResolver, text: string): ObjectTypeName {
  const objectType = types.resolveType(text);
  if (objectType === undefined) throw unknownObjectType(text);
  return objectType;
}

/** A list comes repeated (the client's way), comma-separated, or both; undefined when absent. */
export function readList(context: HubSpotContext, name: string): readonly string[] | undefined {
  const given = context.req.queries(name);
  return given?.flatMap((text) => text.split(',')).filter((part) => part !== '');
}

export function readFlag(context: HubSpotContext, name: string): boolean {
  const given = context.req.query(name);
  if (given === undefined || given === 'false') return false;
  if (given === 'true') return true;
  throw validationError(`Invalid value for ${name}: ${given}`);
}

/** A page size: whole, at least one, and refused (not capped) above the most. */
export function readLimit(context: HubSpotContext, usual: number, most: number): number {
  const given = context.req.query('limit');
  if (given === undefined) return usual;
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw validationError(`Invalid limit ${given}: it must be between 1 and ${String(most)}`);
  }
  return limit;
}

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
