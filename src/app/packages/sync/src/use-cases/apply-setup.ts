import type { PropertyInput } from '@stripe-payments/core';
import { PROPERTIES, propertyInput } from '@stripe-payments/core';

/** Object types that carry the app's properties, as the properties API names them. */
const SCHEMA_OBJECT_TYPES = ['deals', 'contacts', 'companies'] as const;
export type SchemaObjectType = (typeof SCHEMA_OBJECT_TYPES)[number];

/** The definitions of HubSpot's properties. */
export interface PropertySchema {
  existing(objectType: SchemaObjectType): Promise<ReadonlySet<string>>;
  /** Creates the app's group, or does nothing where it exists. */
  createGroup(objectType: SchemaObjectType): Promise<void>;
  create(objectType: SchemaObjectType, inputs: readonly PropertyInput[]): Promise<void>;
}

/** What an object type lacks. */
export interface MissingProperties {
  readonly objectType: SchemaObjectType;
  readonly properties: readonly PropertyInput[];
}

/** What setup would create; an existing property is never changed, whoever made it. */
export async function planSetup(schema: PropertySchema): Promise<readonly MissingProperties[]> {
  return Promise.all(
    SCHEMA_OBJECT_TYPES.map(async (objectType) => {
      const existing = await schema.existing(objectType);
      const missing = PROPERTIES.filter(({ name }) => !existing.has(name));
      return { objectType, properties: missing.map(propertyInput) };
    }),
  );
}

/** Creates what the plan names, in the contract's order: an amount comes after its currency. */
export async function applySetup(
  schema: PropertySchema,
  plan: readonly MissingProperties[],
): Promise<void> {
  for (const { objectType, properties } of plan) {
    if (properties.length === 0) continue;
    await schema.createGroup(objectType);
    await schema.create(objectType, properties);
  }
}
