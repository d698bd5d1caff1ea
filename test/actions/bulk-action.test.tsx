import { effects, openExtension, parametersOf } from '../cards/extension-life.tsx';
import { deferredAnswer } from '../cards/deferred-answer.ts';
import * as sdk from '@hubspot/ui-extensions';
import { Button, Link, ProgressBar } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { MAX_PICKED } from '@stripe-payments/core';
import type { ElementType } from 'react';
import { createElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { failure } from '../builders/replies.ts';
import { componentNamesBelow } from '../cards/sdk-components.ts';
import '../../src/app/actions/SyncSelected.tsx';

interface Options {
  readonly objectIds: readonly (number | string)[];
  readonly objectTypeId?: string;
  readonly steps?: readonly unknown[];
  readonly language?: string;
}

function openPanel({ objectIds, objectTypeId = '0-3', steps = [], language = 'en' }: Options) {
  const renderer = createRenderer('crm.bulkActions');
  const { context } = renderer.mocks;
  Object.assign(context.user, { locale: language, language });
  Object.assign(context.portal, { id: 42, timezone: 'Europe/Rome' });
  Object.assign(context.crm, { objectTypeId, objectIds });
  Object.assign(context, { extension: { appId: 77 } });
  const extension = openExtension(renderer, 0, { 'sync-range': steps });
  const button = (testId: string) => renderer.maybeFind(Button, { testId });
  return Object.assign(extension, renderer, {
    button,
    click: async (testId: string) => {
      renderer.find(Button, { testId }).trigger('onClick');
      await effects();
    },
  });
}

const synced = (id: number, changes = 2) => ({
  ...{ objectType: 'deal', recordId: String(id), status: 'synced', changes },
});
const failed = (id: number, code: string) => ({
  ...{ objectType: 'deal', recordId: String(id), status: 'failed', error: { code } },
});
const step = (continuation: string | null, records: readonly object[] = []) => ({
  ok: true,
  ...{
    eventsRead: 0,
    records,
    waiting: 1,
    isBeyondEvents: false,
    continuation,
    runLog: 'off' as const,
    stripeCalls: 9,
  },
});

/** Ends the pause between two tries of a step. */
async function pause(): Promise<void> {
  await vi.advanceTimersByTimeAsync(3_000);
  await effects();
}

describe('before the start', () => {
  test('nothing is synced until the button with the number of records is pressed', async () => {
    const panel = openPanel({ objectIds: [1, '2', 2] });
    await panel.shows('2 records selected');
    expect(panel.button('bulk-start')?.text).toBe('Sync 2 records');
    expect(panel.calls).toEqual([]);
  });

  test('without a selection there is nothing to press', async () => {
    const panel = openPanel({ objectIds: [] });
    await panel.shows('No records selected');
    expect(panel.findAll(Button)).toEqual([]);
  });

  test('more records than one run takes are not begun, and the way for them is linked', async () => {
    const objectIds = Array.from({ length: MAX_PICKED + 1 }, (_, place) => place + 1);
    const panel = openPanel({ objectIds });
    await panel.shows(/You can sync 1,000 records at a time\n[^]*"Sync a list"/);
    expect(panel.button('bulk-start')).toBeNull();
    expect(panel.find(Link).props.href).toMatchObject({ url: 'https://app.hubspot.com/app/42/77' });
    expect(openPanel({ objectIds: objectIds.slice(1) }).button('bulk-start')).not.toBeNull();
  });

  test('records of another type are refused', async () => {
    const panel = openPanel({ objectIds: [1], objectTypeId: '0-5' });
    await panel.shows('deals, contacts and companies only');
  });
});

describe('a run', () => {
  test('syncs exactly the selected records, step by step, and shows how far it is', async () => {
    const second = deferredAnswer();
    const panel = openPanel({
      objectIds: [1, 2, 3],
      steps: [step('one', [synced(1), synced(2, 0)]), second.promise],
    });
    await panel.click('bulk-start');
    expect(panel.find(ProgressBar).props).toMatchObject({
      ...{ value: 2, maxValue: 3, valueDescription: '2 of 3 records' },
    });
    second.answer(step(null, [synced(3)]));
    await panel.shows('3 records synced, 2 with new figures, 0 failed');
    await panel.shows('Reload the list to see the new figures.');
    const list = { objectType: 'deal', which: ['1', '2', '3'], where: {}, syncedBeforeMs: null };
    expect(parametersOf(panel, 'sync-range')).toMatchObject([
      { list },
      { list, continuation: 'one' },
    ]);
  });

  test('is stopped after the step under way, and goes on there', async () => {
    const first = deferredAnswer();
    const panel = openPanel({
      objectIds: [1, 2],
      steps: [first.promise, step(null, [synced(2)])],
    });
    await panel.click('bulk-start');
    // Nothing is known yet, so nothing is said to wait.
    expect(panel.text()).not.toContain('waiting');
    await panel.click('bulk-stop');
    expect(panel.button('bulk-stop')?.props.disabled).toBe(true);
    first.answer(step('one', [synced(1)]));
    await panel.shows('Sync stopped');
    expect(panel.callsOf('sync-range')).toHaveLength(1);
    await panel.click('bulk-go-on');
    await panel.shows('2 records synced');
    expect(parametersOf(panel, 'sync-range')[1]).toMatchObject({ continuation: 'one' });
  });

  test('says which records failed and why, with their links, and is no success', async () => {
    const panel = openPanel({
      objectIds: [1, 2, 3],
      steps: [step(null, [synced(1), failed(2, 'unknown-customer'), failed(3, 'bad-id')])],
    });
    await panel.click('bulk-start');
    await panel.shows(/Records synced, except for 2\n[^]*This customer doesn't exist in Stripe\./);
    expect(panel.find(sdk.Alert).props.variant).toBe('warning');
    expect(panel.findAll(Link).map(({ props }) => props.href)).toEqual([
      { url: 'https://app.hubspot.com/contacts/42/record/0-3/2', external: true },
      { url: 'https://app.hubspot.com/contacts/42/record/0-3/3', external: true },
    ]);
  });

  test('counts records that HubSpot no longer has', async () => {
    const panel = openPanel({ objectIds: [1, 2], steps: [step(null, [synced(1)])] });
    await panel.click('bulk-start');
    await panel.shows("1 record couldn't be found in HubSpot");
  });

  test('repeats the first step after its answer was lost, and says so', async () => {
    const rejected = Promise.reject(new Error('socket hang up'));
    rejected.catch(() => undefined);
    const panel = openPanel({ objectIds: [1, 2], steps: [rejected, step(null, [synced(1)])] });
    await panel.click('bulk-start');
    await pause();
    await panel.shows('One response was lost.');
    expect(panel.text()).not.toContain("couldn't be found");
    expect(
      new Set(parametersOf(panel, 'sync-range').map((sent) => JSON.stringify(sent))),
    ).toHaveProperty('size', 1);
  });

  test('a function that keeps rejecting ends the run with a way to go on, and no thrown text', async () => {
    const steps = [0, 1, 2].map(() => {
      const rejected = Promise.reject(new Error('secret inside'));
      rejected.catch(() => undefined);
      return rejected;
    });
    const panel = openPanel({ objectIds: [1], steps });
    await panel.click('bulk-start');
    await pause();
    await pause();
    await panel.shows("The sync didn't finish");
    expect(panel.text()).not.toContain('secret inside');
    expect(panel.button('bulk-go-on')).not.toBeNull();
  });

  test('a refusal has the words for a user of the record, and sends them to the admin', async () => {
    const panel = openPanel({ objectIds: [1], steps: [failure('stripe-key-invalid')] });
    await panel.click('bulk-start');
    await panel.shows(/The sync didn't finish\nAsk your HubSpot admin to reconnect Stripe\./);
    expect(panel.callsOf('sync-range')).toHaveLength(1);
  });
});

test('an Italian user reads Italian, reasons and counts included', async () => {
  const steps = [step(null, [synced(1), failed(2, 'unknown-customer')])];
  const panel = openPanel({ objectIds: [1, 2], language: 'it', steps });
  await panel.shows('2 record selezionati');
  expect(panel.button('bulk-start')?.text).toBe('Sincronizza 2 record');
  await panel.click('bulk-start');
  await panel.shows(/Record sincronizzati, tranne 1\n1 record sincronizzato, 1 con nuovi importi/);
  await panel.shows('Trattativa 2');
  expect(panel.text()).not.toMatch(/\b(?:records|synced|the|Stripe\.com)\b/);
});

test.each(componentNamesBelow('src/app/actions'))(
  '%s is a component that HubSpot draws',
  (name) => {
    const component = new Map<string, unknown>(Object.entries(sdk)).get(name);
    if (component === undefined) throw new Error(`The SDK has no ${name}.`);
    const { render } = createRenderer('crm.bulkActions');
    expect(() => render(createElement(component as ElementType))).not.toThrow();
  },
);

test('at most one button is primary at a time', async () => {
  const panel = openPanel({ objectIds: [1], steps: [failure('bad-request'), step(null)] });
  const primary = () =>
    panel
      .findAll(Button)
      .filter(({ props }) => props.variant === 'primary')
      .map(({ text }) => text);
  expect(primary()).toEqual(['Sync 1 record']);
  await panel.click('bulk-start');
  expect(primary()).toEqual(['Continue']);
});
