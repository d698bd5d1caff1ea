import type { MiddlewareHandler } from 'hono';
import { HubSpotApiError } from '../api-error.ts';
import type { BehaviorSwitches } from '../behavior.ts';
import type { ObjectTypeName } from '../entities.ts';
import type { TokenBook } from './access-tokens.ts';
import type { HubSpotContext, HubSpotEnvironment } from './environment.ts';

export const notAuthenticated = (): HubSpotApiError =>
  new HubSpotApiError(401, {
    message:
      'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    category: 'INVALID_AUTHENTICATION',
  });

/** Which scopes would do is left out when `required` is empty. */
export const missingScopes = (required: readonly string[]): HubSpotApiError =>
  new HubSpotApiError(403, {
    message:
      "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    ...(required.length > 0 && {
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: required },
        },
      ],
    }),
    links: { scopes: 'https://developers.hubspot.com/scopes' },
    category: 'MISSING_SCOPES',
  });

/** Undefined without a header, and with one of another kind. */
export const bearerToken = (context: HubSpotContext): string | undefined =>
  /^Bearer\s+(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];

/** A missing header and an unknown token get the same answer, as with HubSpot's private apps. */
export const authenticate =
  (tokens: TokenBook, behavior: BehaviorSwitches): MiddlewareHandler<HubSpotEnvironment> =>
  async (context, next) => {
    const accessToken = bearerToken(context);
    const scopes = accessToken === undefined ? undefined : tokens.scopesOf(accessToken);
    if (accessToken === undefined || scopes === undefined) throw notAuthenticated();
    context.set('accessToken', accessToken);
    context.set('scopes', scopes);
    context.set('namesMissingScopes', behavior.current.namesMissingScopes);
    await next();
  };

/** Any one of the scopes is enough. */
export function requireAnyScope(context: HubSpotContext, required: readonly string[]): void {
  const granted = context.get('scopes');
  if (required.some((scope) => granted.includes(scope))) return;
  throw missingScopes(context.get('namesMissingScopes') ? required : []);
}

export type Access = 'read' | 'write';

export const objectScope = (objectType: ObjectTypeName, access: Access): string =>
  `crm.objects.${objectType}.${access}`;

export const schemaScope = (objectType: ObjectTypeName, access: Access): string =>
  `crm.schemas.${objectType}.${access}`;
