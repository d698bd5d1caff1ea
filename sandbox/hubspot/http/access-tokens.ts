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
