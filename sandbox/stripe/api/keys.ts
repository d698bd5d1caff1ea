import {
  contextMissing,
  expiredKey,
  invalidKey,
  masked,
  noKey,
  otherAccount,
  permissionMissing,
  publishableKey,
  type Wording,
} from './key-errors.ts';
import { isGranted, isPermission, type Permission } from './permissions.ts';

type KeyKind = 'organization' | 'publishable' | 'restricted' | 'secret';

const KIND_BY_PREFIX: ReadonlyMap<string, KeyKind> = new Map([
  ['pk', 'publishable'],
  ['rk', 'restricted'],
  ['sk', 'secret'],
]);

/**
 * Throws for what is no key of this mode. Stripe documents `sk_org` as the prefix of an
 * organization's keys and leaves open where the mode stands in them, if at all.
 */
function keyKindOf(key: string, mode: 'live' | 'test'): KeyKind {
  const other = mode === 'live' ? 'test' : 'live';
  if (/^sk_org_\w+$/.test(key) && !key.startsWith(`sk_org_${other}_`)) return 'organization';
  const prefix = new RegExp(`^([a-z]+)_${mode}_\\w+$`).exec(key)?.[1] ?? '';
  const kind = KIND_BY_PREFIX.get(prefix);
  if (kind === undefined) {
    throw new RangeError(`A key of this sandbox looks like rk_${mode}_...`);
  }
  return kind;
}

function known(text: string): Permission {
  if (isPermission(text)) return text;
  throw new RangeError(`Stripe's keys know no permission "${text}".`);
}

/** Undefined for all; throws for what this kind of key cannot have, misspelt names included. */
function permissionsFor(
  kind: KeyKind,
  given: readonly string[] | undefined,
): ReadonlySet<Permission> | undefined {
  if (kind === 'restricted' && given === undefined) {
    throw new RangeError('A restricted key has permissions, if only an empty list of them.');
  }
  if ((kind === 'secret' || kind === 'publishable') && given !== undefined) {
    throw new RangeError(`The permissions of a ${kind} key cannot be chosen.`);
  }
  return given === undefined ? undefined : new Set(given.map(known));
}

export interface ApiKey {
  readonly key: string;
  /** Undefined for a secret key, which may do everything. */
  readonly permissions: ReadonlySet<Permission> | undefined;
}

interface HeldKey extends ApiKey {
  readonly kind: KeyKind;
  /** Undefined for a key without an end. */
  readonly expiresAtMs: number | undefined;
  readonly isRevoked: boolean;
}

/** A key as the account's list shows it. */
interface KeyDescription {
  readonly key: string;
  readonly kind: KeyKind;
  readonly permissions: readonly Permission[] | 'all';
  readonly state: 'active' | 'expired' | 'revoked';
  readonly expiresAtMs: number | null;
}

export interface KeyRing {
  /** Only restricted keys and those of an organization have permissions. */
  add(key: string, permissions?: readonly string[]): void;
  changePermissions(key: string, permissions: readonly string[]): void;
  /** From that moment on the key is refused as expired. */
  expire(key: string, atMs: number): void;
  /** The key is unknown from now on. */
  revoke(key: string): void;
  /** A new key with the permissions of the old one, which expires at that moment. */
  roll(key: string, newKey: string, atMs: number): void;
  list(): readonly KeyDescription[];
  setEnforced(isEnforced: boolean): void;
  setWording(wording: Wording): void;
  /** Throws what Stripe answers to a key that cannot be used. */
  authenticate(authorization: string | undefined, context: string | undefined): ApiKey;
  /** Whether permissions decide what the key is answered. */
  isRestricted(key: ApiKey): boolean;
  /** Throws the 403 that names the first missing permission. */
  demand(key: ApiKey, permissions: readonly Permission[]): void;
}

interface KeyRingParts {
  readonly livemode: boolean;
  readonly accountId: string;
  readonly nowMs: () => number;
}

const DEFAULT_KEYS = {
  test: ['sk_test_sandbox51DemoKeyForLocalUseOnly', 'pk_test_sandbox51DemoKeyForLocalUseOnly'],
  live: ['sk_live_sandbox51DemoKeyForLocalUseOnly', 'pk_live_sandbox51DemoKeyForLocalUseOnly'],
} as const;

function keyIn(authorization: string): string {
  const [scheme = '', value = ''] = authorization.split(/\s+/, 2);
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() === 'basic') return atob(value).split(':')[0] ?? '';
  return '';
}

export function createKeyRing({ livemode, accountId, nowMs }: KeyRingParts): KeyRing {
  const mode = livemode ? 'live' : 'test';
  const keys = new Map<string, HeldKey>();
  let isEnforced = true;
  let wording: Wording = 'rak';

  const held = (key: string): HeldKey => {
    const found = keys.get(key);
    if (found === undefined) throw new RangeError(`This account has no key ${masked(key)}.`);
    return found;
  };
  const isExpired = ({ expiresAtMs }: HeldKey): boolean =>
    expiresAtMs !== undefined && expiresAtMs <= nowMs();
  const stateOf = (key: HeldKey): KeyDescription['state'] => {
    if (key.isRevoked) return 'revoked';
    return isExpired(key) ? 'expired' : 'active';
  };
  const hold = (key: string, permissions: ReadonlySet<Permission> | undefined): void => {
    const kind = keyKindOf(key, mode);
    keys.set(key, { key, kind, permissions, expiresAtMs: undefined, isRevoked: false });
  };
  const ring: KeyRing = {
    add(key, permissions) {
      hold(key, permissionsFor(keyKindOf(key, mode), permissions));
    },
    changePermissions(key, permissions) {
      const found = held(key);
      keys.set(key, { ...found, permissions: permissionsFor(found.kind, permissions) });
    },
    expire(key, atMs) {
      keys.set(key, { ...held(key), expiresAtMs: atMs });
    },
    revoke(key) {
      keys.set(key, { ...held(key), isRevoked: true });
    },
    roll(key, newKey, atMs) {
      const found = held(key);
      if (keyKindOf(newKey, mode) !== found.kind) {
        throw new RangeError(`A ${found.kind} key is rolled into one of its kind.`);
      }
      hold(newKey, found.permissions);
      ring.expire(key, atMs);
    },
    list: () =>
      [...keys.values()].map((each) => ({
        key: masked(each.key),
        kind: each.kind,
        permissions: each.permissions === undefined ? 'all' : [...each.permissions],
        state: stateOf(each),
        expiresAtMs: each.expiresAtMs ?? null,
      })),
    setEnforced: (enforced) => {
      isEnforced = enforced;
    },
    setWording: (chosen) => {
      wording = chosen;
    },
    authenticate(authorization, context) {
      const key = authorization === undefined ? '' : keyIn(authorization);
      if (key === '') throw noKey();
      const found = keys.get(key);
      if (found === undefined || found.isRevoked) throw invalidKey(key);
      if (isExpired(found)) throw expiredKey(key);
      if (found.kind === 'publishable') throw publishableKey();
      if (found.kind === 'organization' && context === undefined) throw contextMissing();
      if (context !== undefined && context !== accountId) throw otherAccount(key, context);
      return found;
    },
    isRestricted: ({ permissions }) => permissions !== undefined && isEnforced,
    demand({ key, permissions }, needed) {
      if (permissions === undefined || !isEnforced) return;
      const missing = needed.find((permission) => !isGranted(permissions, permission));
      if (missing !== undefined) throw permissionMissing(wording, key, accountId, missing);
    },
  };
  for (const key of DEFAULT_KEYS[mode]) ring.add(key);
  return ring;
}
