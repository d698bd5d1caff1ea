import { z } from 'zod';
import { objectScope, requireAnyScope, schemaScope } from '../http/authentication.ts';
import type { HubSpotContext } from '../http/environment.ts';
import { readObjectType } from '../http/request.ts';
import type { ObjectTypeName } from '../model/entities.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';

export const optionSchema = z.strictObject({
  label: z.string().min(1),
  value: z.string(),
  description: z.string().optional(),
  displayOrder: z.int(),
  hidden: z.boolean(),
});

const typeSchema = z.enum(['string', 'number', 'date', 'datetime', 'enumeration', 'bool']);

const fieldTypeSchema = z.enum([
  'text',
  'textarea',
  'html',
  'phonenumber',
  'file',
  'number',
  'date',
  'select',
  'radio',
  'checkbox',
  'booleancheckbox',
]);

const numberDisplayHintSchema = z.enum([
  'unformatted',
  'formatted',
  'currency',
  'percentage',
  'duration',
  'probability',
]);

const commonFields = {
  description: z.string().optional(),
  options: z.array(optionSchema).optional(),
  displayOrder: z.int().min(-1).optional(),
  hidden: z.boolean().optional(),
  formField: z.boolean().optional(),
  currencyPropertyName: z.string().optional(),
  showCurrencySymbol: z.boolean().optional(),
  numberDisplayHint: numberDisplayHintSchema.optional(),
};

/** Calculated, external and sensitive properties are refused as unknown: the stand-in has none. */
export const propertyCreateSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  type: typeSchema,
  fieldType: fieldTypeSchema,
  groupName: z.string(),
  hasUniqueValue: z.boolean().optional(),
  ...commonFields,
});

export const propertyPatchSchema = z.strictObject({
  label: z.string().optional(),
  type: typeSchema.optional(),
  fieldType: fieldTypeSchema.optional(),
  groupName: z.string().optional(),
  ...commonFields,
});

export const propertyBatchCreateSchema = z.strictObject({ inputs: z.array(propertyCreateSchema) });

const namesSchema = z.array(z.strictObject({ name: z.string() }));
export const propertyBatchReadSchema = z.strictObject({
  archived: z.boolean(),
  inputs: namesSchema,
});
export const propertyBatchArchiveSchema = z.strictObject({ inputs: namesSchema });

export const groupCreateSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  displayOrder: z.int().min(-1).optional(),
});

export const groupPatchSchema = z.strictObject({
  label: z.string().min(1).optional(),
  displayOrder: z.int().min(-1).optional(),
});

/** A scope to read records includes their definitions. */
export function readableSchema(
  store: HubSpotStore,
  context: HubSpotContext,
  objectTypeText: string,
): ObjectTypeName {
  const objectType = readObjectType(store, objectTypeText);
  requireAnyScope(context, [schemaScope(objectType, 'read'), objectScope(objectType, 'read')]);
  return objectType;
}

export function writableSchema(
  store: HubSpotStore,
  context: HubSpotContext,
  objectTypeText: string,
): ObjectTypeName {
  const objectType = readObjectType(store, objectTypeText);
  requireAnyScope(context, [schemaScope(objectType, 'write')]);
  return objectType;
}
