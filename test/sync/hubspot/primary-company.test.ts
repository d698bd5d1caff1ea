import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serve, settled, wired } from '../services.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const typed = (typeId: number) => [{ category: 'HUBSPOT_DEFINED', typeId, label: null }];

/** Contacts by id, each with its companies and the type of each association. */
const COMPANIES: Readonly<Record<string, readonly object[]>> = {
  '11': [{ toObjectId: 77, associationTypes: [...typed(279), ...typed(1)] }],
  '12': [{ toObjectId: 77, associationTypes: typed(279) }],
  '13': [
    { toObjectId: 77, associationTypes: typed(279) },
    { toObjectId: 88, associationTypes: typed(279) },
  ],
  '14': [
    { toObjectId: 77, associationTypes: typed(279) },
    { toObjectId: 88, associationTypes: [...typed(279), ...typed(1)] },
  ],
  '15': [{ toObjectId: 77 }],
};

function serveContacts(): void {
  serve(({ path, body }) => {
    if (path.endsWith('/batch/read')) {
      const { inputs } = JSON.parse(body) as { readonly inputs: readonly { id: string }[] };
      const results = inputs.map(({ id }) => ({ from: { id }, to: COMPANIES[id] }));
      return { status: 200, body: { results } };
    }
    const results = Object.keys(COMPANIES).map((id) => ({
      toObjectId: Number(id),
      ...(id === '15' ? {} : { associationTypes: id === '11' ? typed(2) : typed(280) }),
    }));
    return { status: 200, body: { results } };
  });
}

test('a contact is of its primary company, or of its only one', async () => {
  serveContacts();
  const { crm } = wired();
  const { value } = await settled(crm.primaryCompanies('contact', Object.keys(COMPANIES)));
  expect([...(value ?? [])]).toEqual([
    ['11', '77'],
    ['12', '77'],
    ['14', '88'],
    ['15', '77'],
  ]);
});

test('a company has the contacts of which it is the primary company, or the only one', async () => {
  serveContacts();
  const { value } = await settled(wired().crm.ofPrimaryCompany('77', 'contact'));
  expect(value).toEqual(['11', '12', '15']);
});
