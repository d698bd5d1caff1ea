import { StripeApiError } from './errors.ts';
import { isGranted, type Permission } from './permissions.ts';

const DEFAULT_KEYS = {
  test: 'sk_test_sandbox51DemoKeyForLocalUseOnly',
  live: 'sk_live_sandbox51DemoKeyForLocalUseOnly',
} as const;

export interface ApiKey {
  readonly key: string;
  /** Undefined for a secret key, which may do everything. */
  readonly permissions: ReadonlySet<string> | undefined;
}

export interface KeyRing {
  /** Without permissions the key may do everything. */
  add(key: string, permissions?: readonly string[]): void;
  remove(key: string): void;
  setEnforced(isEnforced: boolean): void;
  /** Throws the 401 that Stripe gives. */
  authenticate(authorization: string | undefined): ApiKey;
  /** Throws the 403 that names the first missing permission. */
  demand(key: ApiKey, permissions: readonly Permission[]): void;
}

/** All but the kind of key and its last four characters: `sk_test_****abcd`. */
function masked(key: string): string {
  const start = /^(?:sk|rk|pk)_(?:test|live)_/.exec(key)?.[0] ?? '';
  const hidden = Math.max(key.length - start.length - 4, 0);
  return start + '*'.repeat(hidden) + key.slice(start.length + hidden);
}

const NO_KEY =
  'You did not provide an API key. You need to provide your API key in the Authorization header, ' +
  "using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See " +
  'https://stripe.com/docs/api#authentication for details, or we can help at ' +
  'https://support.stripe.com/.';

const unauthorized = (message: string): StripeApiError =>
  new StripeApiError(401, { type: 'invalid_request_error', message });

function keyIn(authorization: string): string {
  const [scheme = '', value = ''] = authorization.split(/\s+/, 2);
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() === 'basic') return atob(value).split(':')[0] ?? '';
  return '';
}

function forbidden(key: string, accountId: string, permission: Permission): StripeApiError {
  return new StripeApiError(403, {
    type: 'invalid_request_error',
    message:
      `The provided key '${masked(key)}' does not have the required permissions for this ` +
      `endpoint on account '${accountId}'. Having the 'rak_${permission}' permission would ` +
      'allow this request to continue.',
  });
}

export function createKeyRing(livemode: boolean, accountId: string): KeyRing {
  const mode = livemode ? 'live' : 'test';
  const keys = new Map<string, ApiKey>();
  let isEnforced = true;
  const ring: KeyRing = {
    add(key, permissions) {
      if (!new RegExp(`^(?:sk|rk)_${mode}_\\w+$`).test(key)) {
        throw new RangeError(`A key of this sandbox looks like rk_${mode}_...`);
      }
      keys.set(key, { key, permissions: permissions && new Set(permissions) });
    },
    remove: (key) => {
      keys.delete(key);
    },
    setEnforced: (enforced) => {
      isEnforced = enforced;
    },
    authenticate(authorization) {
      const key = authorization === undefined ? '' : keyIn(authorization);
      if (key === '') throw unauthorized(NO_KEY);
      const known = keys.get(key);
      if (known === undefined) throw unauthorized(`Invalid API Key provided: ${masked(key)}`);
      return known;
    },
    demand({ key, permissions }, needed) {
      if (permissions === undefined || !isEnforced) return;
      const missing = needed.find((permission) => !isGranted(permissions, permission));
      if (missing !== undefined) throw forbidden(key, accountId, missing);
    },
  };
  ring.add(DEFAULT_KEYS[mode]);
  return ring;
}
