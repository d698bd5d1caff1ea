export type KeyKind = 'organization' | 'publishable' | 'restricted' | 'secret';

const KIND_BY_PREFIX: ReadonlyMap<string, KeyKind> = new Map([
  ['pk', 'publishable'],
  ['rk', 'restricted'],
  ['sk', 'secret'],
]);

/**
 * Throws for what is no key of this mode. Stripe documents `sk_org` as the prefix of an
 * organization's keys and leaves open where the mode stands in them, if at all.
 */
export function keyKindOf(key: string, mode: 'live' | 'test'): KeyKind {
  const other = mode === 'live' ? 'test' : 'live';
  if (/^sk_org_\w+$/.test(key) && !key.startsWith(`sk_org_${other}_`)) return 'organization';
  const prefix = new RegExp(`^([a-z]+)_${mode}_\\w+$`).exec(key)?.[1] ?? '';
  const kind = KIND_BY_PREFIX.get(prefix);
  if (kind === undefined) {
    throw new RangeError(`A key of this sandbox looks like rk_${mode}_...`);
  }
  return kind;
}
