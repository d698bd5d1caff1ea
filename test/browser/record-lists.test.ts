import { expect } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { test } from './harness.ts';

const SEARCH = 'Search name, story or ID';

test.for([
  { list: 'Contacts', search: 'three open deals', name: 'Maya Okonkwo' },
  { list: 'Contacts', search: 'unknown@', name: null },
  { list: 'Contacts', search: 'zita.zindel@', name: 'Zita Zindel' },
  { list: 'Contacts', search: STORY_IDS.metered.contact, name: 'Kofi Mensah' },
  { list: 'Companies', search: 'five hundred', name: 'Alpine Hut Federation' },
  { list: 'Companies', search: 'FJORDLINE.example', name: 'Fjordline Ferries' },
  { list: 'Deals', search: 'fifth off', name: 'Moreau Survey archive' },
])('the list of $list finds "$search"', async ({ list, search, name }, { page, recordPage }) => {
  await page.goto(recordPage.url);
  await page.getByRole('link', { name: list, exact: true }).click();
  await page.getByRole('heading', { name: list, level: 1 }).waitFor();
  await page.getByPlaceholder(SEARCH).fill(search);
  const rows = page.getByTestId('record-list').getByRole('link');
  if (name === null) {
    await page.getByText('No contacts match your search.').waitFor();
    return;
  }
  await rows.filter({ hasText: name }).waitFor();
  expect(await rows.count()).toBe(1);
});

test('a list shows a hundred records, those with a story first, and says that there are more', async ({
  page,
  recordPage,
}) => {
  await page.goto(`${recordPage.url}/#/contacts`);
  await page.getByText(/^\d+ more\. Search to find them\.$/).waitFor();
  const rows = page.getByTestId('record-list').getByRole('listitem');
  expect(await rows.count()).toBe(100);
  expect(await rows.first().innerText()).toContain('Shares her customer with a colleague.');
});

test('associated records are links from deal to contact to company and back to their list', async ({
  page,
  recordPage,
}) => {
  const { contact, deal } = STORY_IDS.strangeAddress;
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();
  const follow = (type: string, name: string) =>
    page.getByTestId(`associated-${type}`).getByRole('link', { name }).click();
  await page.goto(`${recordPage.url}/#/deals/${deal}`);
  await heading('Pinewood Park trail signs');
  await follow('contacts', 'Hazel Brennan');
  await heading('Hazel Brennan');
  expect(page.url()).toMatch(new RegExp(`#/contacts/${contact}$`));
  await follow('companies', 'Pinewood Park');
  await heading('Pinewood Park');
  await page.getByRole('link', { name: '‹ Companies' }).click();
  await heading('Companies');
});

test('leaving a record while its card loads causes no error', async ({ page, recordPage }) => {
  const { contact, deal } = STORY_IDS.strangeAddress;
  await page.goto(`${recordPage.url}/#/deals/${deal}`);
  for (let hop = 0; hop < 30; hop += 1) {
    const left = hop % 2 === 0 ? `contacts/${contact}` : `deals/${deal}`;
    await page.evaluate(`location.hash = '#/${left}'`);
    // A worker of its own each time: to be left before, while and after it loads its card.
    await page.waitForTimeout(5 * (hop + 1));
  }
  await page.getByRole('heading', { name: 'Pinewood Park trail signs', level: 1 }).waitFor();
});

test('a company with five hundred contacts shows the first and says that there are more', async ({
  page,
  recordPage,
}) => {
  await page.goto(`${recordPage.url}/#/companies/${STORY_IDS.fiveHundredContacts.company}`);
  const tiles = page.getByTestId('associated-contacts');
  await tiles.getByText('More are associated.').waitFor();
  await tiles.getByRole('heading', { name: 'Contacts (10+)' }).waitFor();
  expect(await tiles.getByRole('link').count()).toBe(10);
});
