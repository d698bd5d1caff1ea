import type { Endpoint, Environment } from '@stripe-payments/sync';
import { isEndpointSecret } from '@stripe-payments/sync';
import * as z from 'zod/mini';

/** HubSpot ends an endpoint function after 10 s, by its CMS documentation. */
export const ENDPOINT_DEADLINE_MS = 8_000;

/** Within it. */
export const ENDPOINT_LIMITS = { budgetMs: 7_500, keptForWritingMs: 2_000 };

/** What an endpoint function answers. */
export interface Answer {
  readonly statusCode: number;
  readonly body: object;
}

const text = z.string().check(z.maxLength(200));

/** Parameters of a URL are lists. */
const callerSchema = z.object({ params: z.object({ secret: z.tuple([text]) }) });

/**
 * True where the URL of the call has the endpoint's secret: no signature reaches a function.
 * @throws {SyncError} where there is no Stripe key.
 */
export function knowsSecret(
  environment: Environment,
  endpoint: Endpoint,
  context: unknown,
): boolean {
  const given = callerSchema.safeParse(context).data?.params.secret[0] ?? '';
  return isEndpointSecret(environment, endpoint, given);
}
