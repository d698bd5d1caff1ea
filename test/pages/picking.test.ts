import { openChecked } from './setup-page.tsx';
import { Button, SearchInput, Text, ToggleGroup } from '@hubspot/ui-extensions';
import { expect, test, vi } from 'vitest';
import { failure } from '../builders/replies.ts';
import { fire } from '../cards/fire.ts';
import { parametersOf } from '../cards/extension-life.tsx';
import { foundRecord, MODIFIED_AT } from './found-record.ts';
import type { Found, SearchRequest, SetupPage } from './setup-page.tsx';
import { effects } from './setup-page.tsx';
import { elementAt, isShown, rowsAt, textAt } from './texts-at.ts';

const finding = (found: Found) => openChecked({ search: () => found });

async function type(page: SetupPage, text: string): Promise<void> {
  fire(page.findByTestId(SearchInput, 'record-search'), 'onInput', text);
  await effects();
}

async function choose(page: SetupPage, objectType: string): Promise<void> {
  fire(page.findByTestId(ToggleGroup, 'object-type'), 'onChange', objectType);
  await effects();
}

const debounced = async (ms: number): Promise<void> => {
  vi.advanceTimersByTime(ms);
  await effects();
};

const asked = (page: SetupPage): SearchRequest | undefined => page.searches.at(-1);

test('starts with deals, with their name and proof properties', async () => {
  const page = await finding([]);
  expect(page.searches).toEqual([
    {
      objectType: '0-3',
      properties: ['dealname', 'createdate', 'hs_lastmodifieddate'],
      pageLength: 5,
    },
  ]);
});

test.each([
  ['contact', '0-1', ['firstname', 'lastname', 'email', 'createdate', 'lastmodifieddate']],
  ['company', '0-2', ['name', 'domain', 'createdate', 'hs_lastmodifieddate']],
  ['deal', '0-3', ['dealname', 'createdate', 'hs_lastmodifieddate']],
])('searches %s records', async (objectType, typeId, properties) => {
  const page = await finding([]);
  await choose(page, objectType);
  expect(asked(page)).toMatchObject({ objectType: typeId, properties });
  expect(page.findByTestId(ToggleGroup, 'object-type').props.value).toBe(objectType);
});

test('an invalid object type changes nothing', async () => {
  const page = await finding([]);
  await choose(page, 'ticket');
  expect(page.findByTestId(ToggleGroup, 'object-type').props.value).toBe('deal');
  expect(page.searches).toHaveLength(1);
});

test('searches when typing stops, without surrounding blanks', async () => {
  const page = await finding([]);
  await type(page, ' Annual');
  await debounced(299);
  expect(page.searches).toHaveLength(1);
  await type(page, ' Annual plan ');
  await debounced(299);
  expect(page.searches).toHaveLength(1);
  await debounced(1);
  expect(asked(page)).toMatchObject({ query: 'Annual plan' });
  expect(page.searches).toHaveLength(2);
  expect(page.findByTestId(SearchInput, 'record-search').props.value).toBe(' Annual plan ');
});

test('blanks alone are not searched', async () => {
  const page = await finding([]);
  await type(page, '   ');
  await debounced(300);
  expect(asked(page)?.query).toBeUndefined();
});

test('says that it searches', async () => {
  const page = await finding('searching');
  expect(textAt(page, 'try-it')).toContain('Searching records');
  expect(isShown(page, 'records')).toBe(false);
});

test('results of one object type are hidden while another is searched', async () => {
  const page = await openChecked({
    search: ({ objectType }) =>
      objectType === '0-3' ? [foundRecord(1, { dealname: 'Annual plan' })] : 'searching',
  });
  expect(rowsAt(page, 'records')).toHaveLength(1);
  await choose(page, 'contact');
  expect(isShown(page, 'records')).toBe(false);
});

test.each([
  ['deal', { dealname: 'Annual plan' }, 'Annual plan'],
  ['deal', { dealname: '' }, 'No name (7)'],
  ['deal', { dealname: null }, 'No name (7)'],
  ['deal', { dealname: ' \u200b' }, 'No name (7)'],
  ['contact', { firstname: 'Ada', lastname: 'Lovelace', email: 'ada@x.example' }, 'Ada Lovelace'],
  ['contact', { firstname: null, lastname: 'Lovelace', email: 'ada@x.example' }, 'Lovelace'],
  ['contact', { firstname: ' ', lastname: null, email: 'ada@x.example' }, 'ada@x.example'],
  ['contact', { firstname: null, lastname: null, email: null }, 'No name (7)'],
  ['company', { name: 'Northwind', domain: 'northwind.example' }, 'Northwind'],
  ['company', { name: null, domain: 'northwind.example' }, 'northwind.example'],
  ['company', {}, 'No name (7)'],
])('a %s with %o is shown as "%s"', async (objectType, properties, name) => {
  const page = await finding([foundRecord(7, properties)]);
  await choose(page, objectType);
  expect(rowsAt(page, 'records')).toEqual([[name, 'Preview sync']]);
});

test('a long name is cut on the page and whole in its tooltip', async () => {
  const name = 'Annual plan '.repeat(25).trim();
  const page = await finding([foundRecord(7, { dealname: name })]);
  const text = page.find(Text, (node) => node.text === name);
  expect(text.props.truncate).toMatchObject({ tooltipText: name });
});

test('a record without a creation time cannot be picked', async () => {
  const page = await finding([
    foundRecord(1, { dealname: 'Old', createdate: null }),
    foundRecord(2, { dealname: 'New' }),
  ]);
  expect(rowsAt(page, 'records').map(([name]) => name)).toEqual(['New']);
});

test('no record found: says whether of that name or of that kind', async () => {
  const page = await finding([]);
  expect(textAt(page, 'no-record')).toBe('There are no records of this type yet.');
  await type(page, 'Unknown');
  await debounced(300);
  expect(textAt(page, 'no-record')).toBe('No records match your search.');
});

test("a failed search shows HubSpot's message and the next step", async () => {
  const page = await finding(new Error('Rate limit reached.'));
  expect(elementAt(page, 'search-problem')?.props['variant']).toBe('warning');
  expect(textAt(page, 'search-problem')).toBe(
    "The records couldn't be searched\nRate limit reached.\nSearch again, or reload the page.",
  );
});

test('picking previews that record, with its proof and its name', async () => {
  const page = await finding([
    foundRecord(1, { dealname: 'First' }),
    foundRecord(2, { dealname: 'Second', createdate: '2026-02-03T04:05:06.007Z' }),
  ]);
  expect(page.findAll(Button, ({ props }) => props.variant === 'primary')).toEqual([]);
  await page.click('preview-2');
  expect(parametersOf(page, 'preview-sync')).toEqual([
    {
      objectType: 'deal',
      recordId: '2',
      createdAt: '2026-02-03T04:05:06.007Z',
      modifiedAt: MODIFIED_AT,
    },
  ]);
  expect(textAt(page, 'try-it')).toContain('Reading payments from Stripe');
});

test('a picked record keeps its object type when another is searched', async () => {
  const page = await openChecked({
    search: () => [foundRecord(7, { dealname: 'Annual plan', name: 'Northwind' })],
    previews: [failure('timeout')],
  });
  await page.click('preview-7');
  await choose(page, 'company');
  expect(textAt(page, 'preview-problem')).toContain('A sync would fail: Annual plan');
  await page.click('preview-7');
  expect(parametersOf(page, 'preview-sync').at(-1)).toMatchObject({ objectType: 'company' });
});
