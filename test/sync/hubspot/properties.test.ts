import { PROPERTIES, PROPERTY_GROUP, propertyInput } from '@stripe-payments/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createBudget } from '../../../src/app/packages/sync/src/http/budget.ts';
import { createTransport } from '../../../src/app/packages/sync/src/http/transport.ts';
import {
  createHubSpotClient,
  createHubSpotRateLimit,
} from '../../../src/app/packages/sync/src/hubspot/client.ts';
import { createPropertySchema } from '../../../src/app/packages/sync/src/hubspot/properties.ts';
import type { PropertySchema } from '../../../src/app/packages/sync/src/use-cases/setup/setup-ports.ts';
import { failureOf } from '../fake-ports.ts';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

interface Answer {
  readonly status: number;
  readonly body?: object;
}

const sent: Sent[] = [];

const refusal = (message: string, errors: readonly object[] = []) => ({
  status: 'error',
  message,
  category: 'VALIDATION_ERROR',
  correlationId: 'c-1',
  errors,
});

/** HubSpot's properties, every answer of which is given by the path. */
function schemaOver(answerTo: (request: Sent) => Answer): PropertySchema {
  vi.stubGlobal('fetch', (url: string, init: { method: string; body: string | null }) => {
    const { pathname, search } = new URL(url);
    const body: unknown = init.body === null ? undefined : JSON.parse(init.body);
    const request = { method: init.method, path: `${pathname}${search}`, body };
    sent.push(request);
    const answer = answerTo(request);
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return Promise.resolve(new Response(text, { status: answer.status }));
  });
  return schemaOverFetch();
}

/** Every request is tried once. */
function schemaOverFetch(): PropertySchema {
  const transport = createTransport({
    budget: createBudget(60_000, () => performance.now()),
    rateLimit: createHubSpotRateLimit(),
    random: () => 0,
    attemptMs: 1_000,
    maxRetries: 0,
  });
  const client = createHubSpotClient({
    accessToken: 'pat-na1-x',
    apiBaseUrl: undefined,
    transport,
  });
  return createPropertySchema({ client, batching: client, language: 'en' });
}

const always = (status: number, body?: object): PropertySchema =>
  schemaOver(() => ({ status, ...(body === undefined ? {} : { body }) }));

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
      'GET /crm/v3/properties/deals/groups',
      'GET /crm/v3/properties/deals?archived=false',
      'GET /crm/v3/properties/deals?archived=true',
    ]);
  });

  test.each([[{}], [{ message: 'a gateway' }], [{ results: 'none' }], [[]]])(
    'of %j is a failure, not an empty list',
    async (body) => {
      const failure = await failureOf(always(200, body).read('company'));
      expect(failure.code).toBe('hubspot-unreachable');
    },
  );
});

type Work = (schema: PropertySchema) => Promise<void>;

const WORKS: readonly (readonly [string, Work, string, unknown])[] = [
  [
    'createGroup',
    (schema) => schema.createGroup('contact'),
    'POST /crm/v3/properties/contacts/groups',
    PROPERTY_GROUP,
  ],
  [
    'createMany',
    (schema) => schema.createMany('deal', [input]),
    'POST /crm/v3/properties/deals/batch/create',
    { inputs: [input] },
  ],
  ['create', (schema) => schema.create('deal', input), 'POST /crm/v3/properties/deals', input],
  [
    'change',
    (schema) => schema.change('company', name, { label: 'L' }),
    `PATCH /crm/v3/properties/companies/${name}`,
    { label: 'L' },
  ],
  [
    'archiveMany',
    (schema) => schema.archiveMany('deal', [name]),
    'POST /crm/v3/properties/deals/batch/archive',
    { inputs: [{ name }] },
  ],
  [
    'archive',
    (schema) => schema.archive('deal', name),
    `DELETE /crm/v3/properties/deals/${name}`,
    undefined,
  ],
  [
    'removeGroup',
    (schema) => schema.removeGroup('deal'),
    `DELETE /crm/v3/properties/deals/groups/${PROPERTY_GROUP.name}`,
    undefined,
  ],
];

describe.each(WORKS)('%s', (method, work, line, body) => {
  test('sends the documented request, and accepts an answer without a body', async () => {
    await work(always(204));
    expect(sent.map((request) => `${request.method} ${request.path}`)).toEqual([line]);
    expect(sent[0]?.body).toEqual(body);
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
    expect({ code: failure.code, detail: failure.detail }).toEqual({
      code: 'hubspot-permission',
      detail: 'crm.schemas.deals.write',
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
  vi.stubGlobal('fetch', async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await Promise.resolve();
    atOnce -= 1;
    return new Response('{}', { status: 200 });
  });
  const schema = schemaOverFetch();
  await Promise.all(PROPERTIES.map((each) => schema.change('deal', each.name, { label: 'L' })));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(6);
});
