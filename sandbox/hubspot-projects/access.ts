import { Hono, type MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';

/** A request that HubSpot would not serve. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: ContentfulStatusCode;
  readonly category: string;

  constructor(status: ContentfulStatusCode, category: string, message: string) {
    super(message);
    this.status = status;
    this.category = category;
  }
}

const unauthorized = (message: string): Refusal =>
  new Refusal(401, 'INVALID_AUTHENTICATION', message);

export const invalid = (message: string): Refusal => new Refusal(400, 'VALIDATION_ERROR', message);

export const notFound = (message: string): Refusal => new Refusal(404, 'OBJECT_NOT_FOUND', message);

/** Who may upload: one account and the personal access key of one of its users. */
export interface ProjectsAccount {
  readonly accountId: number;
  readonly personalAccessKey: string;
}

const USER_ID = 51;
const TOKEN_LIFE_MS = 30 * 60_000;

/** The token that the key is exchanged for. It says nothing of the key. */
const ACCESS_TOKEN = 'stand-in-access-token';

const refreshSchema = z.strictObject({ encodedOAuthRefreshToken: z.string() });

/** Exchanges the personal access key, which goes nowhere else, for a token. */
export function createTokenRoutes(account: ProjectsAccount, nowMs: () => number): Hono {
  const routes = new Hono();
  routes.post('/localdevauth/v1/auth/refresh', async (context) => {
    const request = refreshSchema.safeParse(await context.req.json());
    if (!request.success) throw invalid('The request has no refresh token, or more than that.');
    if (request.data.encodedOAuthRefreshToken !== account.personalAccessKey) {
      throw unauthorized('The personal access key is invalid.');
    }
    return context.json({
      hubId: account.accountId,
      userId: USER_ID,
      hubName: 'Rehearsal',
      accountType: 'DEVELOPER_TEST',
      oauthAccessToken: ACCESS_TOKEN,
      encodedOAuthRefreshToken: account.personalAccessKey,
      expiresAtMillis: nowMs() + TOKEN_LIFE_MS,
      scopeGroups: ['developer.projects.write'],
      enabledFeatures: {},
    });
  });
  return routes;
}

/** Lets in only the token above, for the account that it was given for. */
export const authenticate =
  ({ accountId }: ProjectsAccount): MiddlewareHandler =>
  async (context, next) => {
    if (context.req.header('authorization') !== `Bearer ${ACCESS_TOKEN}`) {
      throw unauthorized('The OAuth token is missing or invalid.');
    }
    if (context.req.query('portalId') !== String(accountId)) {
      throw unauthorized('The OAuth token is not one of this account.');
    }
    await next();
  };
