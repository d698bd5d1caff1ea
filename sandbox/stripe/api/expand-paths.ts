import { invalidRequest, type StripeApiError } from './errors.ts';
import { EXPANDABLE, type Target } from './expandable.ts';
import { READ_PERMISSION, type ObjectName } from './object-name.ts';
import type { Permission } from './permissions.ts';

/** What an endpoint answers with, as far as expansion goes. */
export type Shape =
  | { readonly kind: 'object'; readonly object: ObjectName }
  | { readonly kind: 'list'; readonly object: ObjectName }
  | { readonly kind: 'plain' };

const DEEPEST = 4;

function tooDeep(): StripeApiError {
  const message = `You cannot expand more than ${String(DEEPEST)} levels of a property.`;
  return invalidRequest(message, 'expand', 'property_expansion_max_depth');
}

function notExpandable(path: string, isListField: boolean): StripeApiError {
  const hint = isListField ? ` You may want to try expanding 'data.${path}' instead.` : '';
  return invalidRequest(`This property cannot be expanded (${path}).${hint}`, 'expand');
}

function fieldOf(objects: readonly ObjectName[], field: string): Target | undefined {
  for (const object of objects) {
    if (Object.hasOwn(EXPANDABLE[object], field)) return EXPANDABLE[object][field];
  }
  return undefined;
}

interface Place {
  readonly objects: readonly ObjectName[];
  readonly isList: boolean;
}

function placeOf(target: Target): Place {
  if (target.kind === 'always-empty') return { objects: [], isList: false };
  if (target.kind === 'list') return { objects: [target.object], isList: true };
  return { objects: target.objects, isList: false };
}

/** The next place on a path; adds what seeing it needs. */
function step(place: Place, field: string, path: string, needed: Set<Permission>): Place {
  if (place.isList) {
    if (field === 'data') return { objects: place.objects, isList: false };
    throw notExpandable(path, fieldOf(place.objects, field) !== undefined);
  }
  const target = fieldOf(place.objects, field);
  if (target === undefined) throw notExpandable(path, false);
  const next = placeOf(target);
  // The source of a balance transaction is covered by the permission for such sources.
  if (next.objects.length === 1) {
    for (const object of next.objects) needed.add(READ_PERMISSION[object]);
  }
  return next;
}

/** Refuses paths that Stripe refuses; answers with the permissions that the others need. */
export function checkExpandPaths(paths: readonly string[], shape: Shape): readonly Permission[] {
  const needed = new Set<Permission>();
  for (const path of paths) {
    const fields = path.split('.');
    if (fields.length > DEEPEST) throw tooDeep();
    let place: Place =
      shape.kind === 'plain'
        ? { objects: [], isList: false }
        : { objects: [shape.object], isList: shape.kind === 'list' };
    for (const field of fields) place = step(place, field, path, needed);
  }
  return [...needed];
}
