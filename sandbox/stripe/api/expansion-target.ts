import type { ObjectName } from './object-name.ts';

export type Expandable = Readonly<Record<string, Target>>;

export type Target =
  /** One of these objects, or several where the field is an array. */
  | { readonly kind: 'object'; readonly objects: readonly ObjectName[] }
  /** A list of these objects, some of them absent until expanded. */
  | { readonly kind: 'list'; readonly object: ObjectName }
  /** Part of its object: it leads further, and is nothing to expand itself. */
  | { readonly kind: 'inside'; readonly fields: Expandable }
  /** An object that Stripe can expand and that nothing in this sandbox has. */
  | { readonly kind: 'always-empty' };

export const one = (...objects: readonly ObjectName[]): Target => ({ kind: 'object', objects });
export const many = (object: ObjectName): Target => ({ kind: 'list', object });
export const inside = (fields: Expandable): Target => ({ kind: 'inside', fields });
export const NEVER: Target = { kind: 'always-empty' };
