/** What a key says about itself. */
export interface KeyKind {
  readonly mode: 'live' | 'test';
  readonly kind: 'restricted' | 'full';
}

/** Stripe's secret and restricted keys say their mode; undefined for anything else, such as `pk_`. */
export function kindOfKey(secretKey: string): KeyKind | undefined {
  const [, prefix, mode] = /^(sk|rk)_(live|test)_\w+$/.exec(secretKey) ?? [];
  if (mode !== 'live' && mode !== 'test') return undefined;
  return { mode, kind: prefix === 'rk' ? 'restricted' : 'full' };
}
