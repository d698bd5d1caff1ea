import { Tabs } from '@hubspot/ui-extensions';
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

async function openHealth(steps: readonly object[]): Promise<SetupPage> {
  const page = openPage({ healths: [healthy(), healthy()], steps });
  fire(page.find(Tabs), 'onSelectedChange', 'health');
  await effects();
  return page;
}

const choose = (page: SetupPage, id: string, value: string): void => {
  const handler = elementAt(page, id)?.props[/Id$|stage$/.test(id) ? 'onInput' : 'onChange'];
  (handler as (chosen: string) => void)(value);
};

test('a sync of a list takes the deals of a stage, leaves out fresh ones, and shows what became of them', async () => {
  const page = await openHealth([step('one', [synced]), step(null, [failed])]);
  choose(page, 'sync-list-which', 'all');
  choose(page, 'sync-list-stage', ' closedwon ');
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

test('a list of HubSpot needs its ID before it can start', async () => {
  const page = await openHealth([step(null)]);
  choose(page, 'sync-list-which', 'list');
  expect(page.isEnabled('sync-list-start')).toBe(false);
  choose(page, 'sync-list-listId', '301');
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
