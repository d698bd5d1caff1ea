import type { KeyKind } from './key-kind.ts';
import { isPermission, type Permission } from './permissions.ts';

function known(text: string): Permission {
  if (isPermission(text)) return text;
  throw new RangeError(`Stripe's keys know no permission "${text}".`);
}

/** Undefined for all; throws for what this kind of key cannot have, misspelt names included. */
export function permissionsFor(
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
