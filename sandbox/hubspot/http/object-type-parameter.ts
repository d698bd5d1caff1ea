import { unknownObjectType } from '../api-error.ts';
import type { ObjectTypeName } from '../entities.ts';
import { resolveObjectType } from '../object-types.ts';

export function readObjectType(text: string): ObjectTypeName {
  const objectType = resolveObjectType(text);
  if (objectType === undefined) throw unknownObjectType(text);
  return objectType;
}
