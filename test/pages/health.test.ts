import type { PageOptions, SetupPage } from './setup-page.tsx';
import { effects, openPage } from './setup-page.tsx';
import { Link, Tabs, ToggleGroup } from '@hubspot/ui-extensions';
import { describe, expect, test } from 'vitest';
import { BEHIND, healthy, keptRecords, NOT_SET_UP, PARTIAL } from '../builders/health-report.ts';
import { failure } from '../builders/replies.ts';
import { deferredAnswer } from '../cards/deferred-answer.ts';
import { fire } from '../cards/fire.ts';
import { parametersOf } from '../cards/extension-life.tsx';
import { elementAt, isShown, rowsAt, textAt } from './texts-at.ts';

const RAN_MS = Date.parse('2026-11-22T11:00:00Z');

async function openHealth(options: PageOptions): Promise<SetupPage> {
  const page = openPage(options);
  fire(page.find(Tabs), 'onSelectedChange', 'health');
  await effects();
  return page;
}

describe('states', () => {
  test('nothing is asked before the tab is opened; then it is loading', async () => {
    const first = deferredAnswer();
    const page = openPage({ healths: [first.promise] });
    await effects();
    expect(page.calls).toEqual(['check-setup']);
    fire(page.find(Tabs), 'onSelectedChange', 'health');
    await effects();
    expect(page.text()).toContain('Checking records and events');
    first.answer(healthy());
    await page.shows('Freshness');
    expect(page.calls).toEqual(['check-setup', 'check-health']);
  });

  test('nothing to report', async () => {
    const page = await openHealth({ healths: [healthy()] });
    expect(elementAt(page, 'health-fine')?.props['variant']).toBe('success');
    expect(textAt(page, 'newest-event')).toBe('Nov 22, 2026, 11:00 AM (2 hours ago)');
    expect(textAt(page, 'lag')).toBe(
      'None. Other records may still miss earlier events: catch up to be sure.',
    );
  });

  test('behind', async () => {
    const page = await openHealth({ healths: [healthy({ events: BEHIND })] });
    expect(isShown(page, 'health-fine')).toBe(false);
    expect(textAt(page, 'lag')).toBe('At least 100 events, the oldest 50 minutes ago');
  });

  test('never synced', async () => {
    const records = keptRecords({ newestSyncMs: null, oldestSyncMs: null, synced: 0 });
    const page = await openHealth({ healths: [healthy({ records, events: BEHIND })] });
    expect(textAt(page, 'lag')).toBe('At least 100 events, and no record was synced yet');
    expect(textAt(page, 'newest-sync')).toBe('None yet');
  });

  test('not set up', async () => {
    const page = await openHealth({ healths: [healthy({ records: NOT_SET_UP })] });
    expect(textAt(page, 'health-not-set-up')).toContain('Create the properties under Setup');
    expect(isShown(page, 'catch-up')).toBe(false);
  });

  test('a count that could not be read is named, and is not zero', async () => {
    const page = await openHealth({ healths: [healthy({ records: PARTIAL })] });
    expect(textAt(page, 'uncounted')).toMatch(/^These counts couldn't be read: Contacts\n/);
    expect(rowsAt(page, 'kept-records')[1]).toEqual(['Contacts', "Couldn't be counted"]);
    expect(isShown(page, 'health-fine')).toBe(false);
  });

  test('payment records that were deleted in HubSpot are counted, with the next step', async () => {
    const deleted = (count: number, isAll = true) => ({ isReadable: true, count, isAll }) as const;
    const page = await openHealth({ healths: [healthy({ deletedPayments: deleted(3) })] });
    expect(textAt(page, 'deleted-payments')).toMatch(
      /^3\. .* restore them in HubSpot within 90 days/,
    );
    for (const none of [healthy(), healthy({ deletedPayments: deleted(0) })]) {
      expect(isShown(await openHealth({ healths: [none] }), 'deleted-payments')).toBe(false);
    }
    const many = await openHealth({
      healths: [healthy({ deletedPayments: deleted(1_000, false) })],
    });
    expect(textAt(many, 'deleted-payments')).toMatch(/^At least 1,000\. /);
  });

  test('deleted payment records that could not be counted are named', async () => {
    const { error } = failure('hubspot-unreachable');
    const deletedPayments = { isReadable: false, error } as const;
    const page = await openHealth({ healths: [healthy({ deletedPayments })] });
    expect(textAt(page, 'uncounted')).toMatch(
      /^These counts couldn't be read: Payment records deleted in HubSpot\n/,
    );
  });

  test('a check that failed says why', async () => {
    const page = await openHealth({ healths: [failure('hubspot-unauthorized')] });
    expect(textAt(page, 'health-problem')).toMatch(/npm run upload/);
  });

  test('a run log that is off says how to turn it on', async () => {
    const page = await openHealth({ healths: [healthy()] });
    expect(textAt(page, 'run-log-how-to')).toMatch(
      /npm run setup -- run-log on.*crm\.schemas\.custom\.write/,
    );
  });

  test('the last catch-up, its failures, and reads that are of logged runs only', async () => {
    const last = {
      ...{ door: 'catch_up_terminal', isFinished: false, startedMs: RAN_MS, endedMs: null },
      ...{ lookedAt: 4, changed: 2, failures: [{ code: 'bad-id' as const, count: 2 }] },
    };
    const month = { reads: 1_234, runs: 3, isAll: false };
    const page = await openHealth({
      healths: [healthy({ runLog: { isReadable: true, isOn: true, last, month } })],
    });
    expect(textAt(page, 'last-catch-up')).toMatch(/Catch-up, terminal\n.*hasn't finished/);
    expect(textAt(page, 'last-records')).toBe('4 records looked at, 2 changed');
    expect(textAt(page, 'last-failures')).toMatch(/^2: .*isn't a Stripe ID/);
    expect(textAt(page, 'month-reads')).toBe('At least 1,234 of 10,000, in 3 logged runs');
    expect(textAt(page, 'run-log')).toContain('in logged runs only');
  });

  test('a gap over 30 days is said', async () => {
    const newestSyncMs = Date.parse('2026-10-01T12:00:00Z');
    const records = keptRecords({ newestSyncMs });
    const page = await openHealth({ healths: [healthy({ records })] });
    expect(textAt(page, 'catch-up-gap')).toContain('Stripe keeps events for 30 days');
    expect(page.find(ToggleGroup, { testId: 'look-back' }).props.value).toBe('month');
  });
});

test('failed syncs are listed by reason in the language of the reader, who sees the names that they may', async () => {
  const found = (objectId: number, name: string, reason: string) => ({
    objectId,
    properties: { dealname: name, stripe_sync_error: reason },
  });
  const page = await openHealth({
    healths: [healthy({ records: keptRecords({ failed: 4 }).slice(0, 1) })],
    search: ({ filterGroups }) =>
      filterGroups === undefined
        ? []
        : [
            found(1, 'Acme', 'This is no ID. (cus 1)'),
            found(2, 'Brio', 'This is no ID. (cus 2)'),
            found(3, 'Coda', 'Stripe refused the request.'),
            found(4, 'Dune', 'Stripe ha rifiutato la richiesta. (No such price)'),
          ],
  });
  expect(textAt(page, 'failed-deal')).toBe(
    'Deals: 4\nThis is no ID.\nAcme\nBrio\nStripe refused the request.\nCoda\nDune',
  );
  expect(page.findAll(Link).find(({ text }) => text === 'Brio')?.props.href).toMatchObject({
    url: 'https://app.hubspot.com/contacts/42/record/0-3/2',
  });
});

const step = (continuation: string | null, records: readonly object[] = []) => ({
  ok: true,
  ...{
    eventsRead: 100,
    records,
    waiting: 2,
    isBeyondEvents: false,
    continuation,
    runLog: 'off' as const,
    stripeCalls: 9,
  },
});
const synced = { objectType: 'deal', recordId: '1', status: 'synced', changes: 2 };
const failed = {
  ...{ objectType: 'deal', recordId: '7', status: 'failed' },
  error: { code: 'bad-id' },
};

describe('catching up', () => {
  test('goes to the end, shows what is done, links what failed, and checks again', async () => {
    const second = deferredAnswer();
    const page = await openHealth({
      healths: [healthy(), healthy()],
      steps: [step('one', [synced]), second.promise],
    });
    await page.click('catch-up-now');
    expect(textAt(page, 'catch-up-counts')).toBe(
      '100 events read, 1 record synced, 1 with new figures, 0 failed, 2 waiting',
    );
    second.answer(step(null, [failed]));
    await page.shows('Caught up, except for 1 record');
    expect(page.findAll(Link).find(({ text }) => text === 'Deal 7')?.props.href).toMatchObject({
      url: 'https://app.hubspot.com/contacts/42/record/0-3/7',
    });
    expect(parametersOf(page, 'sync-range')).toMatchObject([{}, { continuation: 'one' }]);
    expect(page.callsOf('check-health')).toHaveLength(2);
  });

  test('is stopped after the step under way, and goes on there', async () => {
    const first = deferredAnswer();
    const page = await openHealth({ healths: [healthy()], steps: [first.promise, step(null)] });
    await page.click('catch-up-now');
    await page.click('stop');
    expect(page.isEnabled('stop')).toBe(false);
    first.answer(step('one', [synced]));
    await page.shows('Catch-up stopped');
    expect(page.callsOf('sync-range')).toHaveLength(1);
    await page.click('go-on');
    await page.shows(/Caught up with what Stripe reported since/);
    expect(parametersOf(page, 'sync-range')[1]).toMatchObject({ continuation: 'one' });
  });

  test('a refusal says what to do, and what was synced is kept', async () => {
    const refused = failure('stripe-permission', { permission: 'event_read' });
    const page = await openHealth({ healths: [healthy()], steps: [step('one'), refused] });
    await page.click('catch-up-now');
    await page.shows("The catch-up didn't finish\nYour Stripe key needs read access to Events.");
    expect(isShown(page, 'go-on')).toBe(true);
  });

  test('goes on while the other tab is shown', async () => {
    const first = deferredAnswer();
    const page = await openHealth({
      healths: [healthy(), healthy()],
      steps: [first.promise, step(null)],
    });
    await page.click('catch-up-now');
    fire(page.find(Tabs), 'onSelectedChange', 'setup');
    first.answer(step('one'));
    await effects();
    fire(page.find(Tabs), 'onSelectedChange', 'health');
    await page.shows(/Caught up with/);
  });

  test('is not offered to a user who may not manage integrations', async () => {
    const page = await openHealth({ healths: [healthy()], permissions: [] });
    expect(textAt(page, 'catch-up-read-only')).toContain('manage integrations');
    expect(isShown(page, 'catch-up-now')).toBe(false);
  });
});
