import { z } from 'zod';

/** HubSpot, the function executor or the Stripe stand-in refused, in its own words. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** HubSpot says `message`, its functions `errors[0].message`, the stand-ins' own routes `error`. */
const errorBodySchema = z.object({
  message: z.string().optional(),
  error: z.string().optional(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

function messageOf(status: number, body: unknown): string {
  const parsed = errorBodySchema.safeParse(body);
  const fallback = `The service answered ${String(status)} without a message.`;
  if (!parsed.success) return fallback;
  const { errors, message, error } = parsed.data;
  return errors?.[0]?.message ?? message ?? error ?? fallback;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

interface JsonRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly token?: string;
  readonly body?: unknown;
}

/** Throws an `UpstreamError` for every answer that is not 2xx, and 502 when there is none. */
export async function requestJson(url: string, request: JsonRequest = {}): Promise<unknown> {
  const { method = 'GET', token, body } = request;
  const headers = {
    accept: 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new UpstreamError(502, `${new URL(url).origin} cannot be reached (${String(cause)}).`);
  }
  const parsed = await bodyOf(response);
  if (!response.ok) throw new UpstreamError(response.status, messageOf(response.status, parsed));
  return parsed;
}
