import type { Language, ObjectType } from '@stripe-payments/core';
import {
  OBJECT_TYPES,
  PAYMENT_KEY,
  PAYMENT_OBJECT,
  paymentObjectDefinition,
  paymentPropertyInputs,
} from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { PaymentObject, PaymentObjectAdmin, Usage } from '../use-cases/setup/setup-ports.ts';
import { SyncError } from '../sync-error.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS, TYPE_IDS } from './client.ts';
import { inParts } from './pages.ts';
import { readPaymentKind } from './payment-kind.ts';
import { deletedCharges, deleteOwnRecords, MAX_FOUND } from './payment-search.ts';
import { isUnknownObject } from './run-log.ts';

const CONTEXT = { notFound: 'not-set-up', missingProperty: 'hubspot-refused' } as const;
const KIND = 'custom-object';
const SCHEMA = `${PATHS.schemas}/p_${PAYMENT_OBJECT}`;
const MAX_BATCH = 100;

const schemaShape = z.object({
  name: z.string(),
  objectTypeId: z.string(),
  properties: z.array(z.object({ name: z.string() })),
  associations: z.array(z.object({ fromObjectTypeId: z.string(), toObjectTypeId: z.string() })),
});

type Schema = z.infer<typeof schemaShape>;

const schemasShape = z.object({ results: z.array(z.object({ name: z.string() })) });
const usageShape = z.object({ limit: z.number(), usage: z.number() });
const recordsShape = z.object({
  customObjectTypes: z.object({
    overallLimit: z.number(),
    overallUsage: z.number(),
    byObjectType: z.array(z.object({ objectTypeId: z.string(), usage: z.number() })),
  }),
});

/** Null where HubSpot does not tell: a plan without it is still a plan. */
async function ifTold<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SyncError && error.code !== 'hubspot-unauthorized') return null;
    throw error;
  }
}

async function findSchema(client: HubSpotClient): Promise<Schema | null> {
  try {
    return await client.ask(schemaShape, { ...CONTEXT, path: SCHEMA });
  } catch (error) {
    if (isUnknownObject(error)) return null;
    throw error;
  }
}

const isTiedTo =
  ({ associations }: Schema) =>
  (type: ObjectType): boolean =>
    associations.some(({ fromObjectTypeId, toObjectTypeId }) =>
      [fromObjectTypeId, toObjectTypeId].includes(TYPE_IDS[type]),
    );

async function read(client: HubSpotClient, language: Language): Promise<PaymentObject> {
  const [schema, archived, types, records] = await Promise.all([
    findSchema(client),
    ifTold(client.ask(schemasShape, { ...CONTEXT, path: `${PATHS.schemas}?archived=true` })),
    ifTold(client.ask(usageShape, { ...CONTEXT, path: `${PATHS.limits}/custom-object-types` })),
    ifTold(client.ask(recordsShape, { ...CONTEXT, path: `${PATHS.limits}/records` })),
  ]);
  const inAll = records?.customObjectTypes;
  const room: Usage | null =
    inAll === undefined ? null : { limit: inAll.overallLimit, usage: inAll.overallUsage };
  const limits = { objects: types, records: room };
  const names = new Set(schema?.properties.map(({ name }) => name));
  if (schema === null) {
    const isArchived = archived?.results.some(({ name }) => name === PAYMENT_OBJECT) === true;
    return { status: isArchived ? 'archived' : 'absent', limits };
  }
  if (!names.has(PAYMENT_KEY)) return { status: 'of-others', limits };
  const deleted = await ifTold(deletedCharges({ client, kind: KIND }));
  const own = inAll?.byObjectType.find(({ objectTypeId }) => objectTypeId === schema.objectTypeId);
  return {
    status: 'present',
    limits,
    records: own?.usage ?? null,
    deleted: deleted?.size ?? null,
    missingProperties: paymentPropertyInputs(language, KIND).filter(({ name }) => !names.has(name)),
    missingAssociations: OBJECT_TYPES.filter((type) => !isTiedTo(schema)(type)),
  };
}

/** The rest of an object that was made in part, or by an earlier version of the app. */
async function complete(client: HubSpotClient, language: Language): Promise<void> {
  const object = await read(client, language);
  if (object.status !== 'present')
    throw new SyncError('hubspot-refused', { detail: PAYMENT_OBJECT });
  for (const inputs of inParts(object.missingProperties, MAX_BATCH)) {
    const path = `${PATHS.paymentProperties(KIND)}/batch/create`;
    await client.send({ ...CONTEXT, path, body: { inputs } }, z.unknown());
  }
  const schema = await findSchema(client);
  for (const type of object.missingAssociations) {
    const body = {
      fromObjectTypeId: schema?.objectTypeId,
      toObjectTypeId: TYPE_IDS[type],
      name: `${PAYMENT_OBJECT}_to_${type}`,
    };
    await client.send({ ...CONTEXT, path: `${SCHEMA}/associations`, body }, z.unknown());
  }
}

const purge = (client: HubSpotClient): Promise<void> =>
  client.send({
    ...CONTEXT,
    path: `${SCHEMA}?archived=true`,
    method: 'DELETE',
    acceptedStatus: 404,
  });

const someShape = z.object({ results: z.array(z.object({ id: z.string() })) });

/** The custom object in which payments have their records. */
export function createPaymentObjectAdmin(
  client: HubSpotClient,
  language: Language,
): PaymentObjectAdmin {
  const someRecords = async (): Promise<readonly { readonly id: string }[]> => {
    const path = `${PATHS.payments(KIND)}?limit=${String(MAX_BATCH)}`;
    return (await client.ask(someShape, { ...CONTEXT, path })).results;
  };
  return {
    read: () => read(client, language),
    async deleted() {
      try {
        const { size } = await deletedCharges({ client, kind: await readPaymentKind(client) });
        return { count: size, isAll: size < MAX_FOUND };
      } catch (error) {
        const isWithoutScope = error instanceof SyncError && error.code === 'hubspot-permission';
        if (!isWithoutScope && !isUnknownObject(error)) throw error;
        return { count: 0, isAll: true };
      }
    },
    async turnOn() {
      const { status } = await read(client, language);
      if (status === 'archived') await purge(client);
      if (status !== 'present') {
        // A lost answer is tried again, and then it is there already: the reading tells.
        const body = paymentObjectDefinition(language);
        await client.send(
          { ...CONTEXT, path: PATHS.schemas, body, acceptedStatus: 409 },
          z.unknown(),
        );
      }
      await complete(client, language);
    },
    async turnOff(onDeleted) {
      if ((await findSchema(client)) !== null) {
        for (let some = await someRecords(); some.length > 0; some = await someRecords()) {
          const ids = some.map(({ id }) => id);
          await deleteOwnRecords({ client, kind: KIND }, ids);
          onDeleted(some.length);
        }
        await client.send({ ...CONTEXT, path: SCHEMA, method: 'DELETE', acceptedStatus: 404 });
      }
      // For good: an archived object keeps its name, and could not be turned on again.
      await purge(client);
    },
  };
}
