import { z } from 'zod';

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
export type NewAssociation = z.output<typeof newAssociationSchema>;

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

export const batchCreateSchema = z.strictObject({ inputs: z.array(createSchema) });

export const batchIdSchema = z.strictObject({ inputs: z.array(z.strictObject({ id: idSchema })) });
