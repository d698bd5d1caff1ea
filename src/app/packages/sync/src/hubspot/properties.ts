import type { ExistingProperties, Language, ObjectType } from '@stripe-payments/core';
import { PROPERTY_GROUP, propertyGroupIn } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { PropertySchema } from '../use-cases/setup/setup-ports.ts';
import type { HubSpotClient, HubSpotRequest } from './client.ts';
import { PATHS } from './client.ts';

interface SchemaParts {
  readonly language: Language;
  readonly hasActions: boolean;
  readonly client: HubSpotClient;
  /** For batches, with which HubSpot takes its time. */
  readonly batching: HubSpotClient;
}

/** Text, or '' where HubSpot gives none. */
const textShape = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text ?? ''),
);

const optionShape = z.pipe(
  z.object({
    value: z.string(),
    label: textShape,
    displayOrder: z.nullish(z.number()),
    hidden: z.nullish(z.boolean()),
    description: z.nullish(z.string()),
  }),
  z.transform(({ value, label, displayOrder, hidden, description }) => ({
    value,
    label,
    displayOrder: displayOrder ?? -1,
    hidden: hidden ?? false,
    ...(typeof description === 'string' ? { description } : {}),
  })),
);

/** What has another form is left out: an option or property that cannot be read is none of ours. */
const readableOf = <T>(shape: z.ZodMiniType<T>) =>
  z.pipe(
    z.array(z.unknown()),
    z.transform((items) =>
      items.flatMap((item) => {
        const parsed = shape.safeParse(item);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );

export const propertyShape = z.object({
  name: z.string(),
  label: textShape,
  description: textShape,
  type: textShape,
  fieldType: textShape,
  groupName: textShape,
  options: z._default(readableOf(optionShape), []),
  currencyPropertyName: z.pipe(
    z.nullish(z.string()),
    z.transform((name) => name ?? null),
  ),
});

const propertiesShape = z.object({ results: readableOf(propertyShape) });
const groupsShape = z.object({ results: readableOf(z.object({ name: z.string() })) });

/** The answer to what is done with one property or group. */
const namedShape = (name: string) => z.object({ name: z.literal(name) });

/** Here a property that does not exist is an error of the request, and not one of the setup. */
const CONTEXT = { notFound: 'hubspot-refused', missingProperty: 'hubspot-refused' } as const;

async function readSchema(
  client: HubSpotClient,
  objectType: ObjectType,
): Promise<ExistingProperties> {
  const list = async (archived: boolean) => {
    const path = `${PATHS.properties(objectType)}?archived=${String(archived)}`;
    return (await client.ask(propertiesShape, { ...CONTEXT, path })).results;
  };
  const [live, archived, groups] = await Promise.all([
    list(false),
    list(true),
    client.ask(groupsShape, { ...CONTEXT, path: PATHS.groups(objectType) }),
  ]);
  const hasGroup = groups.results.some(({ name }) => name === PROPERTY_GROUP.name);
  return { live, archived, hasGroup };
}

/** HubSpot's properties API (developers.hubspot.com/docs/api-reference/crm-properties-v3). */
export function createPropertySchema({
  client,
  batching,
  language,
  hasActions,
}: SchemaParts): PropertySchema {
  const send = (
    request: HubSpotRequest,
    shape?: z.ZodMiniType,
    by: HubSpotClient = client,
  ): Promise<void> => by.send({ ...CONTEXT, ...request }, shape);
  return {
    language,
    hasActions,
    read: (objectType) => readSchema(client, objectType),
    createGroup: (objectType) =>
      send(
        {
          path: PATHS.groups(objectType),
          body: propertyGroupIn(language),
          acceptedStatus: 409,
        },
        namedShape(PROPERTY_GROUP.name),
      ),
    createMany: (objectType, inputs) => {
      const path = `${PATHS.properties(objectType)}/batch/create`;
      return send(
        { path, body: { inputs } },
        z.object({ results: z.array(z.unknown()) }),
        batching,
      );
    },
    create: (objectType, input) =>
      send({ path: PATHS.properties(objectType), body: input }, namedShape(input.name)),
    change: (objectType, name, patch) =>
      send(
        { path: PATHS.property(objectType, name), method: 'PATCH', body: patch },
        namedShape(name),
      ),
    archiveMany: (objectType, names) => {
      const inputs = names.map((name) => ({ name }));
      const path = `${PATHS.properties(objectType)}/batch/archive`;
      return send({ path, body: { inputs } }, undefined, batching);
    },
    archive: (objectType, name) =>
      send({ path: PATHS.property(objectType, name), method: 'DELETE', acceptedStatus: 404 }),
    removeGroup: (objectType) =>
      send({
        path: `${PATHS.groups(objectType)}/${PROPERTY_GROUP.name}`,
        method: 'DELETE',
        acceptedStatus: 404,
      }),
  };
}
