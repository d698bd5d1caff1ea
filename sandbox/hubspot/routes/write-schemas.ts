import { z } from 'zod';
import { validationError } from '../model/api-error.ts';
import type { ObjectTypeName } from '../model/entities.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';

/** Jackson turns numbers and booleans into text; null, lists and objects are refused. */
const propertyValuesSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean()]).transform(String),
);

export const associationSpecSchema = z.strictObject({
  associationCategory: z.enum(['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED']),
  associationTypeId: z.int(),
});

const newAssociationSchema = z.strictObject({
  to: z.strictObject({ id: z.union([z.string(), z.int()]).transform(String) }),
  types: z.array(associationSpecSchema).min(1),
});
type NewAssociation = z.output<typeof newAssociationSchema>;

export const mergeSchema = z.strictObject({
  primaryObjectId: z.string(),
  objectIdToMerge: z.string(),
});

export const createSchema = z.strictObject({
  properties: propertyValuesSchema,
  associations: z.array(newAssociationSchema).default([]),
  objectWriteTraceId: z.string().optional(),
});

export const updateSchema = z.strictObject({
  properties: propertyValuesSchema,
  objectWriteTraceId: z.string().optional(),
});

const idSchema = z.union([z.string(), z.int()]).transform(String);

export const batchReadSchema = z.strictObject({
  inputs: z.array(z.strictObject({ id: idSchema })),
  properties: z.array(z.string()).default([]),
  propertiesWithHistory: z.array(z.string()).default([]),
  idProperty: z.string().optional(),
});

export const batchUpdateSchema = z.strictObject({
  inputs: z.array(
    z.strictObject({
      id: idSchema,
      idProperty: z.string().optional(),
      properties: propertyValuesSchema,
      objectWriteTraceId: z.string().optional(),
    }),
  ),
});

export const batchUpsertSchema = z.strictObject({
  inputs: z.array(
    z.strictObject({
      id: idSchema,
      idProperty: z.string(),
      properties: propertyValuesSchema,
      objectWriteTraceId: z.string().optional(),
    }),
  ),
});

export const batchCreateSchema = z.strictObject({ inputs: z.array(createSchema) });

export const batchIdSchema = z.strictObject({ inputs: z.array(z.strictObject({ id: idSchema })) });

interface Target {
  readonly objectType: ObjectTypeName;
  readonly id: string;
  readonly isPrimary: boolean;
}

const invalid = (): Error => validationError('One or more associations are invalid');

/** The type id alone tells which object the association goes to. */
function targetOf(
  store: HubSpotStore,
  fromType: ObjectTypeName,
  { to, types }: NewAssociation,
): Target {
  const isPrimaryOf = (name: ObjectTypeName): readonly (boolean | undefined)[] =>
    types.map((type) => store.associationTypes.isPrimary(fromType, name, type));
  const objectType = store.typeNames().find((name) => !isPrimaryOf(name).includes(undefined));
  if (objectType === undefined) throw invalid();
  if (store.findObject(objectType, to.id) === undefined) throw invalid();
  return { objectType, id: to.id, isPrimary: isPrimaryOf(objectType).includes(true) };
}

/** Checks the associations of a new record, and gives the way to make them once it exists. */
export function planAssociations(
  store: HubSpotStore,
  fromType: ObjectTypeName,
  associations: readonly NewAssociation[],
): (fromId: string) => void {
  const targets = associations.map((association) => targetOf(store, fromType, association));
  return (fromId) => {
    for (const { objectType, id, isPrimary } of targets) {
      store.associations.associate(
        { objectType: fromType, id: fromId },
        { objectType, id },
        isPrimary,
      );
    }
  };
}
