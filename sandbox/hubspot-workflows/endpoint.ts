import { z } from 'zod';

/** What comes in over HTTP for an endpoint function. */
export interface EndpointRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly accountId: number;
}

/** All others are left out: neither Stripe's signature nor HubSpot's own reaches a function. */
const PASSED_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'content-type',
  'host',
  'user-agent',
]);

/** What HubSpot hands to an endpoint function: a parsed body, and a list for each parameter of the URL. */
export function endpointContext({ url, headers, body, accountId }: EndpointRequest): object {
  const { searchParams } = new URL(url);
  const names = [...new Set(searchParams.keys())];
  return {
    method: 'POST',
    params: Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)])),
    body,
    headers: Object.fromEntries(
      Object.entries(headers).filter(([name]) => PASSED_HEADERS.has(name.toLowerCase())),
    ),
    accountId,
  };
}

export const endpointAnswerSchema = z.object({
  statusCode: z.int().min(100).max(599),
  body: z.unknown(),
});

export type EndpointAnswer = z.infer<typeof endpointAnswerSchema>;
