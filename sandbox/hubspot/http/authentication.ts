import type { MiddlewareHandler } from 'hono';
import { HubSpotApiError } from '../model/api-error.ts';
import type { BehaviorSwitches } from '../model/behavior.ts';
import type { ObjectTypeName } from '../model/entities.ts';
import { isCustomType } from '../model/object-types.ts';
import type { HubSpotContext, HubSpotEnvironment } from './environment.ts';

/** Access token -> scopes. The first is the app's own. */
export type AccessTokens = Readonly<Record<string, readonly string[]>>;

interface TokenDescription {
  /** All but the last four characters are hidden. */
  readonly token: string;
  readonly isApp: boolean;
  readonly scopes: readonly string[];
}

/** What the account granted, and what the uploaded version of the app asks for. */
export interface TokenBook {
  /** Undefined for an unknown token. */
  scopesOf(token: string): readonly string[] | undefined;
  /** The app's token, if none is given. Throws for an unknown one. */
  grant(token: string | undefined, scopes: readonly string[]): void;
  /** An upload with other `requiredScopes`: the token keeps what it has. */
  require(scopes: readonly string[]): void;
  /** Grants the app's token what its version requires. */
  reinstall(): void;
  readonly required: readonly string[];
  list(): readonly TokenDescription[];
}

const masked = (token: string): string => `***${token.slice(-4)}`;

export function createTokenBook(tokens: AccessTokens): TokenBook {
  const scopesByToken = new Map(Object.entries(tokens));
  const [appToken = ''] = scopesByToken.keys();
  let required = scopesByToken.get(appToken) ?? [];
  const grant = (token: string, scopes: readonly string[]): void => {
    if (!scopesByToken.has(token)) throw new RangeError(`There is no token ${masked(token)}.`);
    scopesByToken.set(token, scopes);
  };
  return {
    scopesOf: (token) => scopesByToken.get(token),
    grant: (token, scopes) => {
      grant(token ?? appToken, scopes);
    },
    require: (scopes) => {
      required = scopes;
    },
    reinstall: () => {
      grant(appToken, required);
    },
    get required() {
      return required;
    },
    list: () =>
      [...scopesByToken].map(([token, scopes]) => ({
        token: masked(token),
        isApp: token === appToken,
        scopes,
      })),
  };
}

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

/** Payments have no underscore in their scopes; all custom objects share theirs; notes go by contacts. */
function scopeArea(objectType: ObjectTypeName): string {
  if (isCustomType(objectType)) return 'custom';
  if (objectType === 'notes') return 'contacts';
  return objectType === 'commerce_payments' ? 'commercepayments' : objectType;
}

export const objectScope = (objectType: ObjectTypeName, access: Access): string =>
  `crm.objects.${scopeArea(objectType)}.${access}`;

export const schemaScope = (objectType: ObjectTypeName, access: Access): string =>
  `crm.schemas.${scopeArea(objectType)}.${access}`;
