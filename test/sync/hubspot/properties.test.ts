import { PROPERTIES, PROPERTY_GROUP, propertyInput } from '@stripe-payments/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PropertySchema } from '../../../src/app/packages/sync/src/use-cases/setup/setup-ports.ts';
import { failureOf } from '../fake-ports.ts';
import { always, refusal, schemaOver, schemaOverFetch, sent } from './property-schema.ts';

afterEach(() => {
  sent.length = 0;
  vi.unstubAllGlobals();
});

const [definition] = PROPERTIES;
if (definition === undefined) throw new Error('There is no contract.');
const input = propertyInput(definition);
const { name } = input;

describe('a reading', () => {
  const property = {
    name,
    label: 'Label',
    description: null,
    type: 'enumeration',
    fieldType: 'select',
    groupName: 'theirs',
    options: [
      { value: 'a', label: 'A', displayOrder: 3, hidden: true, description: 'First' },
      { value: 'b', label: null, displayOrder: null },
      { label: 'without a value' },
      'no option',
    ],
    modificationMetadata: { archivable: true },
  };

  test('returns live and archived properties and whether the group exists', async () => {
    const schema = schemaOver(({ path }) => {
      if (path.endsWith('/groups')) {
        return { status: 200, body: { results: [{ name: PROPERTY_GROUP.name }, { name: 'x' }] } };
      }
      const results = path.endsWith('=true') ? [{ ...property, name: 'archived' }] : [property, {}];
      return { status: 200, body: { results } };
    });
    const { live, archived, hasGroup } = await schema.read('deal');
    expect(live).toEqual([
      {
        name,
        label: 'Label',
        description: '',
        type: 'enumeration',
        fieldType: 'select',
        groupName: 'theirs',
        options: [
          { value: 'a', label: 'A', displayOrder: 3, hidden: true, description: 'First' },
          { value: 'b', label: '', displayOrder: -1, hidden: false },
        ],
        currencyPropertyName: null,
      },
    ]);
    expect(archived).toMatchObject([{ name: 'archived' }]);
    expect(hasGroup).toBe(true);
    expect(sent.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      'GET /crm/properties/2026-03/deals/groups',
      'GET /crm/properties/2026-03/deals?archived=false',
      'GET /crm/properties/2026-03/deals?archived=true',
    ]);
  });

  test.each([[{}], [{ message: 'a gateway' }], [{ results: 'none' }], [[]]])(
    'of %j is a failure, not an empty list',
    async (body) => {
      const failure = await failureOf(always(200, body).read('company'));
      expect(failure.code).toBe('hubspot-wrong-answer');
    },
  );
});

type Work = (schema: PropertySchema) => Promise<void>;

const WORKS: readonly (readonly [string, Work, string, unknown])[] = [
  [
    'createGroup',
    (schema) => schema.createGroup('contact'),
    'POST /crm/properties/2026-03/contacts/groups',
    PROPERTY_GROUP,
  ],
  [
    'createMany',
    (schema) => schema.createMany('deal', [input]),
    'POST /crm/properties/2026-03/deals/batch/create',
    { inputs: [input] },
  ],
  ['create', (schema) => schema.create('deal', input), 'POST /crm/properties/2026-03/deals', input],
  [
    'change',
    (schema) => schema.change('company', name, { label: 'L' }),
    `PATCH /crm/properties/2026-03/companies/${name}`,
    { label: 'L' },
  ],
  [
    'archiveMany',
    (schema) => schema.archiveMany('deal', [name]),
    'POST /crm/properties/2026-03/deals/batch/archive',
    { inputs: [{ name }] },
  ],
  [
    'archive',
    (schema) => schema.archive('deal', name),
    `DELETE /crm/properties/2026-03/deals/${name}`,
    undefined,
  ],
  [
    'removeGroup',
    (schema) => schema.removeGroup('deal'),
    `DELETE /crm/properties/2026-03/deals/groups/${PROPERTY_GROUP.name}`,
    undefined,
  ],
];

describe.each(WORKS)('%s', (method, work, line, body) => {
  const ANSWERS: Readonly<Record<string, object>> = {
    createGroup: { name: PROPERTY_GROUP.name },
    createMany: { results: [{ name }] },
    create: { name },
    change: { name },
  };
  const answered = ANSWERS[method];

  test('sends the documented request', async () => {
    await work(answered === undefined ? always(204) : always(200, answered));
    expect(sent.map((request) => `${request.method} ${request.path}`)).toEqual([line]);
    expect(sent[0]?.body).toEqual(body);
  });

  test.each<readonly [number, object | undefined]>([
    [200, {}],
    [200, { name: 'other' }],
    [200, { status: 'error' }],
    ...(answered === undefined ? [] : [[204, undefined] as const]),
  ])('is not done where the answer is %i %j', async (status, answer) => {
    expect((await failureOf(work(always(status, answer)))).code).toBe('hubspot-wrong-answer');
  });

  test('that HubSpot refuses is reported with its message', async () => {
    const failure = await failureOf(work(always(400, refusal('It is wrong.'))));
    expect({ code: failure.code, detail: failure.detail }).toEqual({
      code: 'hubspot-refused',
      detail: 'It is wrong.',
    });
  });

  test('that names a missing property is reported as a refusal', async () => {
    const missing = { message: 'No such property', code: 'PROPERTY_DOESNT_EXIST' };
    const failure = await failureOf(work(always(400, refusal('It is wrong.', [missing]))));
    expect({ code: failure.code, detail: failure.detail, requestId: failure.requestId }).toEqual({
      code: 'hubspot-refused',
      detail: 'It is wrong. No such property.',
      requestId: 'c-1',
    });
  });

  test('without a scope names the scope', async () => {
    const errors = [{ context: { requiredGranularScopes: ['crm.schemas.deals.write'] } }];
    const failure = await failureOf(work(always(403, refusal('No.', errors))));
    expect({ code: failure.code, scopes: failure.failure.scopes }).toEqual({
      code: 'hubspot-permission',
      scopes: ['crm.schemas.deals.write'],
    });
  });

  const SO_AT: Readonly<Record<string, number>> = {
    createGroup: 409,
    archive: 404,
    removeGroup: 404,
  };

  test.each([404, 409])('answered %i is done only where the body confirms it', async (status) => {
    const done = work(always(status, refusal('So it is.')));
    if (SO_AT[method] === status) await expect(done).resolves.toBeUndefined();
    else expect((await failureOf(done)).code).toBe('hubspot-refused');
  });
});

test('a partly accepted batch is no failure', async () => {
  const body = { status: 'COMPLETE', results: [], errors: [refusal('No.')], numErrors: 1 };
  await expect(always(207, body).createMany('deal', [input])).resolves.toBeUndefined();
});

test('at most five changes run at once', async () => {
  let atOnce = 0;
  let most = 0;
  vi.stubGlobal('fetch', async (url: string) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await Promise.resolve();
    atOnce -= 1;
    return Response.json({ name: url.split('/').at(-1) });
  });
  const schema = schemaOverFetch();
  await Promise.all(PROPERTIES.map((each) => schema.change('deal', each.name, { label: 'L' })));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(6);
});
