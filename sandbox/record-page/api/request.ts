import type { z } from 'zod/mini';
import { errorReplySchema } from './wire.ts';

/** The dev server, or what stands behind it, refused. The message is theirs. */
class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly body?: unknown;
}

export async function request<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  { method = 'GET', body }: ApiRequest = {},
): Promise<z.infer<Schema>> {
  const response = await fetch(path, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const reply: unknown = await response.json();
  if (response.ok) return schema.parse(reply);
  const refusal = errorReplySchema.safeParse(reply);
  const message = refusal.success ? refusal.data.error : 'The server gave no reason.';
  throw new ApiError(response.status, message);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
