import { Tabs } from '@hubspot/ui-extensions';
import type { HealthReport } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { healthy } from '../builders/health-report.ts';
import { failure } from '../builders/replies.ts';
import { parametersOf } from '../cards/extension-life.tsx';
import { fire } from '../cards/fire.ts';
import type { SetupPage } from './setup-page.tsx';
import { effects, openPage } from './setup-page.tsx';
import { elementAt, isShown, textAt } from './texts-at.ts';

const step = (continuation: string | null, records: readonly object[] = []) => ({
  ok: true,
  ...{
    eventsRead: 0,
    records,
    waiting: 2,
    isBeyondEvents: false,
    continuation,
    runLog: 'off' as const,
    stripeCalls: 9,
  },
});
const record = { objectType: 'deal', recordId: '1' };
const synced = { ...record, status: 'synced', changes: 2 };
const failed = { ...record, status: 'failed', error: { code: 'bad-id' } };

async function openHealth(
  steps: readonly object[],
  changes: Partial<HealthReport> = {},
): Promise<SetupPage> {
  const page = openPage({ healths: [healthy(changes), healthy(changes)], steps });
  fire(page.find(Tabs), 'onSelectedChange', 'health');
  await effects();
  return page;
}

const choose = (page: SetupPage, id: string, value: string): void => {
  const handler = elementAt(page, id)?.props[
    /Id$|-(?:stage|pipeline)$/.test(id) && !/-of-/.test(id) ? 'onInput' : 'onChange'
  ];
  (handler as (chosen: string) => void)(value);
};

test('a sync of a list takes the deals of a stage, leaves out fresh ones, and shows what became of them', async () => {
  const page = await openHealth([step('one', [synced]), step(null, [failed])]);
  choose(page, 'sync-list-which', 'all');
  choose(page, 'sync-list-of-stage', 'closedwon');
  choose(page, 'sync-list-skip', 'hour');
  await page.click('sync-list-start');
  await page.shows('List synced, except for 1 record');
  const [first, second] = parametersOf(page, 'sync-range');
  expect(first).toMatchObject({
    list: { objectType: 'deal', which: 'all', where: { dealstage: 'closedwon' } },
  });
  expect(second).toMatchObject({ continuation: 'one' });
  expect(textAt(page, 'sync-list-done')).not.toContain('events');
});

const optionsAt = (page: SetupPage, id: string): readonly string[] =>
  (elementAt(page, id)?.props['options'] as readonly { label: string }[]).map(({ label }) => label);

test('pipelines, stages and lists are chosen by name', async () => {
  const page = await openHealth([]);
  expect(optionsAt(page, 'sync-list-of-pipeline')).toEqual([
    'All pipelines',
    'Sales Pipeline',
    'Renewals',
  ]);
  expect(optionsAt(page, 'sync-list-of-stage')).toContain('Sales Pipeline: Closed Won');
  choose(page, 'sync-list-of-stage', 'closedwon');
  choose(page, 'sync-list-of-pipeline', '77');
  expect(optionsAt(page, 'sync-list-of-stage')).toEqual(['All stages', 'Renewed']);
  expect(elementAt(page, 'sync-list-of-stage')?.props['value']).toBe('any');
  choose(page, 'sync-list-which', 'list');
  expect(optionsAt(page, 'sync-list-list')).toEqual(['Big deals']);
  choose(page, 'sync-list-object', 'company');
  expect(textAt(page, 'sync-list-none')).toBe('HubSpot has no list of these records.');
});

const denied = {
  isReadable: false,
  error: { code: 'hubspot-permission', scopes: ['crm.lists.read'] },
} as const;

test('what cannot be read is typed as an ID, with the reason', async () => {
  const page = await openHealth([step(null)], { lists: denied, pipelines: denied });
  choose(page, 'sync-list-stage', ' closedwon ');
  expect(textAt(page, 'sync-list')).toContain('needs these HubSpot scopes: crm.lists.read');
  await page.click('sync-list-start');
  await page.shows('List synced');
  expect(parametersOf(page, 'sync-range')).toMatchObject([
    { list: { where: { dealstage: 'closedwon' } } },
  ]);
  choose(page, 'sync-list-which', 'list');
  expect(textAt(page, 'sync-list')).toContain('needs these HubSpot scopes: crm.lists.read');
  expect(isShown(page, 'sync-list-listId')).toBe(true);
});

test('a list of more than one page is named by its ID', async () => {
  const page = await openHealth([], { lists: { isReadable: true, isAll: false, lists: [] } });
  choose(page, 'sync-list-which', 'list');
  expect(isShown(page, 'sync-list-listId')).toBe(true);
});

test('a list of HubSpot is chosen before it can start', async () => {
  const page = await openHealth([step(null)]);
  choose(page, 'sync-list-which', 'list');
  expect(page.isEnabled('sync-list-start')).toBe(false);
  choose(page, 'sync-list-list', '301');
  await page.click('sync-list-start');
  await page.shows('List synced');
  expect(parametersOf(page, 'sync-range')).toMatchObject([{ list: { which: { listId: '301' } } }]);
});

test('a sync of a list that stopped says where to go on', async () => {
  const refused = failure('unknown-list');
  const page = await openHealth([step('one'), refused]);
  await page.click('sync-list-start');
  await page.shows("The list wasn't synced to the end");
  expect(textAt(page, 'sync-list-problem')).toContain('skip records synced in the last hour');
  expect(isShown(page, 'sync-list-go-on')).toBe(true);
});
