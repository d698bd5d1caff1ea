import type { ObjectTypeName } from '../entities.ts';
import { objectScope, requireAnyScope, schemaScope } from '../http/authentication.ts';
import type { HubSpotContext } from '../http/environment.ts';
import { readObjectType } from '../http/object-type-parameter.ts';

/** Whoever may read the records may read their definitions as well. */
export function readableSchema(context: HubSpotContext, objectTypeText: string): ObjectTypeName {
  const objectType = readObjectType(objectTypeText);
  requireAnyScope(context, [schemaScope(objectType, 'read'), objectScope(objectType, 'read')]);
  return objectType;
}

export function writableSchema(context: HubSpotContext, objectTypeText: string): ObjectTypeName {
  const objectType = readObjectType(objectTypeText);
  requireAnyScope(context, [schemaScope(objectType, 'write')]);
  return objectType;
}
