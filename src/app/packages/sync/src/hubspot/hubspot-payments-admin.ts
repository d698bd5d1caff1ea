import type { Language } from '@stripe-payments/core';
import {
  PAYMENT_KEY,
  PAYMENT_READ_AT,
  paymentPropertyInputs,
  PROPERTY_GROUP,
} from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { HubSpotPaymentsAdmin, KeptInPayments } from '../use-cases/setup/setup-ports.ts';
import { SyncError } from '../sync-error.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { inParts, nextAfter, recordsShape } from './pages.ts';
import { isOff, PAYMENTS_MARKER } from './payment-kind.ts';
import { deletedCharges, deleteOwnRecords } from './payment-search.ts';

const KIND = 'hubspot-payments';
const PAYMENTS = PATHS.payments(KIND);
const PROPERTIES = PATHS.paymentProperties(KIND);
const GROUPS = `${PROPERTIES}/groups`;
const CONTEXT = { notFound: 'not-set-up', missingProperty: 'hubspot-refused' } as const;
const MAX_BATCH = 100;

const definitionsShape = z.object({
  results: z.array(z.object({ name: z.string(), groupName: z.nullish(z.string()) })),
});

/** Names of the properties of payments; with a group, of those in it. */
async function readNames(client: HubSpotClient, group?: string): Promise<ReadonlySet<string>> {
  const { results } = await client.ask(definitionsShape, { ...CONTEXT, path: PROPERTIES });
  const inGroup = results.filter(({ groupName }) => group === undefined || groupName === group);
  return new Set(inGroup.map(({ name }) => name));
}

/** As HubSpot's search knows it. */
async function countOwn(client: HubSpotClient): Promise<number | null> {
  const filters = [{ propertyName: PAYMENT_KEY, operator: 'HAS_PROPERTY' }];
  const body = { filterGroups: [{ filters }], properties: [], limit: 1 };
  const { total } = await client.ask(recordsShape, {
    ...CONTEXT,
    path: `${PAYMENTS}/search`,
    body,
  });
  return total ?? null;
}

/** Null where HubSpot does not tell. */
async function ifTold<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SyncError && error.code !== 'hubspot-unauthorized') return null;
    throw error;
  }
}

async function read(client: HubSpotClient, language: Language): Promise<KeptInPayments> {
  let names: ReadonlySet<string>;
  try {
    names = await readNames(client);
  } catch (error) {
    if (isOff(error)) return { status: 'no-access' };
    throw error;
  }
  const own = paymentPropertyInputs(language, KIND);
  const missingProperties = own.filter(({ name }) => !names.has(name));
  if (!names.has(PAYMENT_KEY)) return { status: 'off', records: 0, missingProperties };
  const records = await ifTold(countOwn(client));
  if (!names.has(PAYMENT_READ_AT)) return { status: 'off', records, missingProperties };
  const deleted = await ifTold(deletedCharges({ client, kind: KIND }));
  return { status: 'on', records, deleted: deleted?.size ?? null, missingProperties };
}

const remove = (client: HubSpotClient, path: string): Promise<void> =>
  client.send({ ...CONTEXT, path, method: 'DELETE', acceptedStatus: 404 });

/** Payments that this app made, a page of all payments at a time: a search would be behind. */
async function deleteOwn(
  client: HubSpotClient,
  onDeleted: (records: number) => void,
): Promise<void> {
  const seen = new Set<string>();
  const query = `properties=${PAYMENT_KEY}&limit=${String(MAX_BATCH)}`;
  let after: string | undefined;
  do {
    const path = `${PAYMENTS}?${query}${after === undefined ? '' : `&after=${after}`}`;
    const page = await client.ask(recordsShape, { ...CONTEXT, path });
    const ids = page.results
      .filter(({ properties }) => (properties[PAYMENT_KEY] ?? '') !== '')
      .map(({ id }) => id);
    if (ids.length > 0) {
      await deleteOwnRecords({ client, kind: KIND }, ids);
      onDeleted(ids.length);
    }
    after = nextAfter(page, seen);
  } while (after !== undefined);
}

async function createMissing(client: HubSpotClient, language: Language): Promise<void> {
  const { name, label } = PROPERTY_GROUP;
  const group = { path: GROUPS, body: { name, label }, acceptedStatus: 409 } as const;
  await client.send({ ...CONTEXT, ...group }, z.unknown());
  const names = await readNames(client);
  const missing = paymentPropertyInputs(language, KIND).filter((input) => !names.has(input.name));
  const others = missing.filter((input) => input.name !== PAYMENT_READ_AT);
  // An amount names the property of its currency, which has to be there.
  const waves = [
    others.filter(({ currencyPropertyName }) => currencyPropertyName === undefined),
    others.filter(({ currencyPropertyName }) => currencyPropertyName !== undefined),
  ];
  for (const inputs of waves.flatMap((wave) => inParts(wave, MAX_BATCH))) {
    const path = `${PROPERTIES}/batch/create`;
    await client.send({ ...CONTEXT, path, body: { inputs } }, z.unknown());
  }
  const made = await readNames(client);
  const refused = others.filter((input) => !made.has(input.name)).map((input) => input.name);
  if (refused.length > 0) throw new SyncError('hubspot-refused', { detail: refused.join(', ') });
}

/** HubSpot's Payments (object 0-101) as the place of payment records. */
export function createHubSpotPaymentsAdmin(
  client: HubSpotClient,
  language: Language,
): HubSpotPaymentsAdmin {
  return {
    read: () => read(client, language),
    async turnOn() {
      await createMissing(client, language);
      // The last: from now on payment records are kept here.
      const [marker] = paymentPropertyInputs(language, KIND).filter(
        (input) => input.name === PAYMENT_READ_AT,
      );
      const body = { ...marker };
      await client.send({ ...CONTEXT, path: PROPERTIES, body, acceptedStatus: 409 }, z.unknown());
    },
    leave: () => remove(client, PAYMENTS_MARKER),
    async turnOff(onDeleted) {
      // The first: without it HubSpot refuses every record that a sync at work would still make.
      await remove(client, PAYMENTS_MARKER);
      await deleteOwn(client, onDeleted);
      // One in another group was not made by this app.
      const names = await readNames(client, PROPERTY_GROUP.name);
      const inputs = paymentPropertyInputs(language, KIND)
        .filter(({ name }) => names.has(name))
        .map(({ name }) => ({ name }));
      if (inputs.length > 0) {
        await client.send({ ...CONTEXT, path: `${PROPERTIES}/batch/archive`, body: { inputs } });
      }
      // HubSpot refuses it where something else is in it.
      await remove(client, `${GROUPS}/${PROPERTY_GROUP.name}`).catch(() => undefined);
    },
  };
}
