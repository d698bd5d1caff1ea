import { invalidRequest, type StripeApiError } from './errors.ts';
import { EXPANDABLE, type Expandable, type Target } from './expandable.ts';
import { READ_PERMISSION, type ObjectName, type Permission } from './permissions.ts';

/** What an endpoint answers with, as far as expansion goes. */
export type Shape =
  | { readonly kind: 'object'; readonly object: ObjectName }
  | { readonly kind: 'list'; readonly object: ObjectName; readonly isSearch?: true }
  | { readonly kind: 'plain' };

const DEEPEST = 4;

/** Only the results of a search count. */
export const TOTAL_COUNT = 'total_count';

function tooDeep(): StripeApiError {
  const message = `You cannot expand more than ${String(DEEPEST)} levels of a property.`;
  return invalidRequest(message, 'expand', 'property_expansion_max_depth');
}

function notExpandable(path: string, isListField: boolean): StripeApiError {
  const hint = isListField ? ` You may want to try expanding 'data.${path}' instead.` : '';
  return invalidRequest(`This property cannot be expanded (${path}).${hint}`, 'expand');
}

interface Place {
  readonly fields: readonly Expandable[];
  /** The fields of a list's objects come below `data`. */
  readonly isList: boolean;
  /** Whether a path may end here. */
  readonly isEnd: boolean;
}

function fieldOf({ fields }: Place, field: string): Target | undefined {
  for (const each of fields) {
    if (Object.hasOwn(each, field)) return each[field];
  }
  return undefined;
}

const fieldsOf = (objects: readonly ObjectName[]): readonly Expandable[] =>
  objects.map((object) => EXPANDABLE[object]);

function placeOf(target: Target): Place {
  switch (target.kind) {
    case 'always-empty':
      return { fields: [], isList: false, isEnd: true };
    case 'inside':
      return { fields: [target.fields], isList: false, isEnd: false };
    case 'list':
      return { fields: fieldsOf([target.object]), isList: true, isEnd: true };
    case 'object':
      return { fields: fieldsOf(target.objects), isList: false, isEnd: true };
  }
}

/** The source of a balance transaction is covered by the permission for such sources. */
function permissionFor(target: Target): readonly Permission[] {
  if (target.kind === 'list') return [READ_PERMISSION[target.object]];
  if (target.kind !== 'object' || target.objects.length > 1) return [];
  return target.objects.map((object) => READ_PERMISSION[object]);
}

/** The next place on a path; adds what seeing it needs. */
function step(place: Place, field: string, path: string, needed: Set<Permission>): Place {
  if (place.isList) {
    if (field === 'data') return { ...place, isList: false };
    throw notExpandable(path, fieldOf(place, field) !== undefined);
  }
  const target = fieldOf(place, field);
  if (target === undefined) throw notExpandable(path, false);
  for (const permission of permissionFor(target)) needed.add(permission);
  return placeOf(target);
}

function startOf(shape: Shape): Place {
  if (shape.kind === 'plain') return { fields: [], isList: false, isEnd: false };
  return { fields: fieldsOf([shape.object]), isList: shape.kind === 'list', isEnd: true };
}

/** Refuses paths that Stripe refuses; answers with the permissions that the others need. */
export function checkExpandPaths(paths: readonly string[], shape: Shape): readonly Permission[] {
  const needed = new Set<Permission>();
  for (const path of paths) {
    if (path === TOTAL_COUNT && shape.kind === 'list' && shape.isSearch === true) continue;
    const fields = path.split('.');
    if (fields.length > DEEPEST) throw tooDeep();
    let place = startOf(shape);
    for (const field of fields) place = step(place, field, path, needed);
    if (!place.isEnd) throw notExpandable(path, false);
  }
  return [...needed];
}
