import { describe, expect, test } from 'vitest';
import { FULL_SCOPES, openHubSpotWorld, type HubSpotWorld } from './hubspot-world.ts';

const SCHEMAS = '/crm-object-schemas/2026-03/schemas';
const CUSTOM_SCOPES = ['schemas', 'objects'].flatMap((kind) =>
  ['read', 'write'].map((access) => `crm.${kind}.custom.${access}`),
);

const DEFINITION = {
  name: 'stripe_payment',
  labels: { singular: 'Stripe payment', plural: 'Stripe payments' },
  primaryDisplayProperty: 'charge',
  requiredProperties: ['charge'],
  searchableProperties: ['charge'],
  associatedObjects: ['DEAL', '0-1'],
  properties: [
    { name: 'charge', label: 'Charge', type: 'string', fieldType: 'text', hasUniqueValue: true },
    { name: 'net', label: 'Net', type: 'number', fieldType: 'number' },
  ],
};

async function openWithScopes(scopes = CUSTOM_SCOPES) {
  const world = await openHubSpotWorld();
  world.tokens.grant(undefined, [...FULL_SCOPES, ...scopes]);
  return world;
}

async function openWithObject() {
  const world = await openWithScopes();
  const created = await world.send('POST', SCHEMAS, DEFINITION);
  expect(created.status).toBe(201);
  const schema = (await created.json()) as { objectTypeId: string; associations: object[] };
  const records = `/crm/objects/2026-03/${schema.objectTypeId}`;
  return { ...world, schema, type: schema.objectTypeId, records };
}

const upsert = (world: HubSpotWorld, records: string, inputs: readonly object[]) =>
  world.send('POST', `${records}/batch/upsert`, { inputs });

const payment = (charge: string, net: string, traceId?: string) => ({
  id: charge,
  idProperty: 'charge',
  properties: { charge, net },
  ...(traceId !== undefined && { objectWriteTraceId: traceId }),
});

describe('definitions', () => {
  test('a definition is found by its type id and by its qualified name, on both paths', async () => {
    const { request, schema } = await openWithObject();
    expect(schema).toMatchObject({
      fullyQualifiedName: 'p4242_stripe_payment',
      associations: [
        { fromObjectTypeId: schema.objectTypeId, toObjectTypeId: '0-3' },
        { fromObjectTypeId: '0-3', toObjectTypeId: schema.objectTypeId },
        { toObjectTypeId: '0-1' },
        { fromObjectTypeId: '0-1' },
      ],
    });
    for (const path of [SCHEMAS, '/crm/v3/schemas', '/crm-object-schemas/v3/schemas']) {
      for (const name of [schema.objectTypeId, 'p4242_stripe_payment']) {
        expect((await request(`${path}/${name}`)).status).toBe(200);
      }
      expect((await request(`${path}/stripe_payment`)).status).toBe(404);
    }
  });

  test.each([
    ['read', 'GET', undefined],
    ['write', 'POST', DEFINITION],
  ])('without the scope to %s definitions the answer names it', async (access, method, body) => {
    const { request, send } = await openWithScopes([]);
    const refused = body === undefined ? await request(SCHEMAS) : await send(method, SCHEMAS, body);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain(`crm.schemas.custom.${access}`);
  });

  test.each([
    ['a name with a dash', { ...DEFINITION, name: 'stripe-payment' }],
    ['a required property that is none', { ...DEFINITION, requiredProperties: ['other'] }],
    ['a primary property that is none', { ...DEFINITION, primaryDisplayProperty: 'other' }],
    ['an associated object that is none', { ...DEFINITION, associatedObjects: ['0-999'] }],
    ['no property', { ...DEFINITION, properties: [] }],
    ['an unknown field', { ...DEFINITION, allowsEverything: true }],
  ])('%s is refused and leaves nothing', async (_case, body) => {
    const { request, send } = await openWithScopes();
    expect((await send('POST', SCHEMAS, body)).status).toBe(400);
    expect(await (await request(SCHEMAS)).json()).toEqual({ results: [] });
  });

  test('the name is for ever: no change, no second one, and free only after a purge', async () => {
    const { request, send, type } = await openWithObject();
    const path = `${SCHEMAS}/${type}`;
    expect((await send('PATCH', path, { name: 'other' })).status).toBe(400);
    expect((await send('PATCH', path, { requiredProperties: ['charge', 'net'] })).status).toBe(200);
    expect((await send('POST', SCHEMAS, DEFINITION)).status).toBe(409);
    expect((await request(path, { method: 'DELETE' })).status).toBe(204);
    expect((await send('POST', SCHEMAS, DEFINITION)).status).toBe(409);
    expect((await request(`${path}?archived=true`, { method: 'DELETE' })).status).toBe(204);
    expect((await send('POST', SCHEMAS, DEFINITION)).status).toBe(201);
  });

  test('an object with records cannot be deleted', async () => {
    const world = await openWithObject();
    await upsert(world, world.records, [payment('ch_1', '1')]);
    const path = `${SCHEMAS}/${world.type}`;
    expect((await world.request(path, { method: 'DELETE' })).status).toBe(400);
  });
});

describe('records', () => {
  test('an upsert by a unique property makes a record once', async () => {
    const world = await openWithObject();
    const first = await upsert(world, world.records, [payment('ch_1', '1'), payment('ch_2', '2')]);
    expect(await first.json()).toMatchObject({ results: [{ new: true }, { new: true }] });
    const second = await upsert(world, world.records, [payment('ch_2', '3'), payment('ch_3', '4')]);
    expect(await second.json()).toMatchObject({
      results: [{ new: false, properties: { net: '3' } }, { new: true }],
    });
  });

  test.each([
    ['by a property that is not unique', [{ ...payment('ch_1', '1'), idProperty: 'net' }]],
    ['by the record id', [{ ...payment('ch_1', '1'), idProperty: 'hs_object_id' }]],
    ['twice the same', [payment('ch_1', '1'), payment('ch_1', '2')]],
    ['without a required value', [{ ...payment('ch_1', '1'), properties: { net: '1' } }]],
    ['of 101', Array.from({ length: 101 }, (_, index) => payment(`ch_${String(index)}`, '1'))],
  ])('an upsert %s is refused', async (_case, inputs) => {
    const world = await openWithObject();
    expect((await upsert(world, world.records, inputs)).status).toBe(400);
  });

  test('with trace ids the good ones are written and the others are reported', async () => {
    const world = await openWithObject();
    const inputs = [payment('ch_1', '1', 'a'), payment('ch_2', 'much', 'b')];
    const answer = await upsert(world, world.records, inputs);
    expect(answer.status).toBe(207);
    expect(await answer.json()).toMatchObject({
      results: [{ objectWriteTraceId: 'a' }],
      errors: [{ context: { objectWriteTraceId: ['b'] } }],
    });
  });

  test('records need the scope of custom objects, whichever object it is', async () => {
    const { tokens, request, records } = await openWithObject();
    tokens.grant(undefined, FULL_SCOPES);
    const refused = await request(records);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('crm.objects.custom.read');
  });

  test('a search finds them once the index has them', async () => {
    const world = await openWithObject();
    await upsert(world, world.records, [payment('ch_1', '1')]);
    world.clock.advanceBy(60_000);
    const filters = [{ propertyName: 'net', operator: 'EQ', value: '1' }];
    const path = `${world.records}/search`;
    const byValue = await world.send('POST', path, { filterGroups: [{ filters }] });
    const byWord = await world.send('POST', path, { query: 'ch_1' });
    expect(await byValue.json()).toMatchObject({ total: 1 });
    expect(await byWord.json()).toMatchObject({ total: 1 });
  });
});

describe('associations', () => {
  test('a pair is made by default, read from both sides, and taken away again', async () => {
    const world = await openWithObject();
    const deal = world.store.createObject('deals', { dealname: 'Paid' }).id;
    const made = await upsert(world, world.records, [payment('ch_1', '1')]);
    const { results } = (await made.json()) as { results: { id: string }[] };
    const id = results[0]?.id ?? '';
    const base = `/crm/associations/2026-03/${world.type}/0-3`;
    const inputs = [{ from: { id }, to: { id: deal } }];
    const answer = await world.send('POST', `${base}/batch/associate/default`, { inputs });
    expect(answer.status).toBe(200);
    const back = `/crm/associations/2026-03/0-3/${world.type}/batch/read`;
    const read = await world.send('POST', back, { inputs: [{ id: deal }] });
    expect(await read.json()).toMatchObject({
      results: [
        { to: [{ toObjectId: Number(id), associationTypes: [{ category: 'USER_DEFINED' }] }] },
      ],
    });
    const archived = { inputs: [{ from: { id }, to: [{ id: deal }] }] };
    expect((await world.send('POST', `${base}/batch/archive`, archived)).status).toBe(204);
    expect((await world.send('POST', back, { inputs: [{ id: deal }] })).status).toBe(207);
  });

  test('a type id of the other direction or category is refused', async () => {
    const world = await openWithObject();
    const base = `/crm/associations/2026-03/${world.type}/0-3`;
    const labels = (await (await world.request(`${base}/labels`)).json()) as {
      results: { typeId: number }[];
    };
    const typeId = labels.results[0]?.typeId ?? 0;
    const statusOf = async (associationCategory: string, associationTypeId: number) => {
      const types = [{ associationCategory, associationTypeId }];
      const inputs = [{ from: { id: '1' }, to: { id: '2' }, types }];
      return (await world.send('POST', `${base}/batch/create`, { inputs })).status;
    };
    expect(await statusOf('HUBSPOT_DEFINED', typeId)).toBe(400);
    expect(await statusOf('USER_DEFINED', typeId + 1)).toBe(400);
    // Of the right type, but the records are missing: reported, not made.
    expect(await statusOf('USER_DEFINED', typeId)).toBe(207);
  });

  test('objects that no definition associates cannot be', async () => {
    const world = await openWithObject();
    const path = `/crm/associations/2026-03/${world.type}/0-2/batch/associate/default`;
    const inputs = [{ from: { id: '1' }, to: { id: '2' } }];
    expect((await world.send('POST', path, { inputs })).status).toBe(400);
    const body = { fromObjectTypeId: world.type, toObjectTypeId: '0-2' };
    const added = await world.send('POST', `${SCHEMAS}/${world.type}/associations`, body);
    expect(added.status).toBe(201);
    expect((await world.send('POST', path, { inputs })).status).toBe(207);
  });
});

test('limits tell how many definitions and records there may be and are, and hold', async () => {
  const world = await openWithObject();
  world.behavior.change({ customObjectLimit: 1, customRecordLimit: 1 });
  await upsert(world, world.records, [payment('ch_1', '1')]);
  const limits = '/crm/limits/2026-03';
  expect(await (await world.request(`${limits}/custom-object-types`)).json()).toEqual({
    limit: 1,
    usage: 1,
    percentage: 100,
  });
  expect(await (await world.request(`${limits}/records`)).json()).toMatchObject({
    customObjectTypes: { overallLimit: 1, overallUsage: 1, byObjectType: [{ usage: 1 }] },
  });
  expect((await world.send('POST', SCHEMAS, { ...DEFINITION, name: 'other' })).status).toBe(400);
  expect((await upsert(world, world.records, [payment('ch_2', '1')])).status).toBe(400);
});
