import { execFile } from 'node:child_process';
import { utimes } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import { CARDS, PAGES, ROOT } from '../../scripts/build/project.ts';
import { cardPageOf, DEAL_CARD } from './card-page.ts';
import type { DevCommand } from './dev-command.ts';
import { runDev } from './dev-command.ts';
import { test as base } from './harness.ts';

const test = base.extend('dev', { scope: 'file' }, async ({}, { onCleanup }) => {
  const dev: DevCommand = runDev();
  onCleanup(() => dev.stop());
  return { ...dev, url: await dev.printed(/^Open (http:\S+)$/m) };
});

/** The line that a person copies into another terminal. */
const exportsOf = (dev: DevCommand): Promise<string> => dev.printed(/^export (.+)$/m);

test('npm run dev says what it uses, where it is, and how a terminal reaches it', async ({
  dev,
}) => {
  const variables = await exportsOf(dev);
  expect(dev.stdout()).toBe(
    [
      'Using the built-in Stripe and the built-in HubSpot.',
      `Open ${dev.url}`,
      'For terminal commands on them, run this in another terminal first:',
      `export ${variables}`,
      '',
    ].join('\n'),
  );
  expect(dev.stderr()).toBe('');
});

test('a terminal command syncs a deal of npm run dev with the variables that it printed', async ({
  dev,
}) => {
  const line = await exportsOf(dev);
  const variables = line.split(' ').map((each): [string, string] => {
    const [name = '', value = ''] = each.split('=');
    return [name, value];
  });
  const { stdout } = await promisify(execFile)(
    'npm',
    ['run', '--silent', 'sync', '--', '--deals', '9002'],
    { cwd: ROOT, env: { ...process.env, ...Object.fromEntries(variables) } },
  );
  expect(stdout).toContain('1 record synced');
});

test('a person opens a deal from the list of npm run dev and syncs it', async ({ dev, page }) => {
  const deal = cardPageOf(page, dev.url, DEAL_CARD);
  await page.goto(dev.url);
  await page.getByPlaceholder('Search name, story or ID').fill('whitfield');
  await page.getByRole('link', { name: 'Whitfield Studio website relaunch' }).click();
  await deal.sees('Live from Stripe');
  expect(await deal.sync()).toMatch(/^\d+ properties updated$/);
  await deal.expectProperties({ payment_status: 'Paid', net_amount: '$4,660.20' });
});

interface CardList {
  readonly cards: readonly { readonly uid: string; readonly revision: number }[];
}

test('an edited card is rebuilt and reloaded on the page', async ({ dev, page }) => {
  const deal = cardPageOf(page, dev.url, DEAL_CARD);
  const revision = async (): Promise<number | undefined> => {
    const { cards } = (await (await fetch(`${dev.url}/api/cards`)).json()) as CardList;
    return cards.find(({ uid }) => uid === DEAL_CARD.cardUid)?.revision;
  };
  expect(await revision()).toBe(1);
  await deal.open('9011');
  await deal.part('sync-now').waitFor();
  const reloaded = page.waitForResponse((response) => /deal-payments\.js.*2$/.test(response.url()));
  const now = new Date();
  await utimes(path.join(CARDS, 'DealPayments.tsx'), now, now);
  expect((await reloaded).status()).toBe(200);
  expect(await revision()).toBe(2);
  await deal.sees('Live from Stripe');
});

test('an edited app page is rebuilt and restarted', async ({ dev, page }) => {
  await page.goto(`${dev.url}/#/app`);
  await page.getByTestId('app-page').getByRole('tab').first().waitFor();
  const reloaded = page.waitForResponse(/\/pages\/app-page\.js/);
  const now = new Date();
  await utimes(path.join(PAGES, 'AppPage.tsx'), now, now);
  expect((await reloaded).status()).toBe(200);
  await page.getByTestId('app-page').getByRole('tab').first().waitFor();
});

test.for([
  {
    what: 'a live key',
    key: 'sk_live_51NeverUsedAnywhere',
    line: 'STRIPE_SECRET_KEY is a live key and was not used. To read the live account, run again with ALLOW_LIVE_STRIPE_KEY=yes.\n',
  },
  {
    what: 'a publishable key',
    key: 'pk_test_51NeverUsedAnywhere',
    line: 'STRIPE_SECRET_KEY is not a secret or restricted key: it starts with sk_test_ or rk_test_.\n',
  },
])('npm run dev refuses $what with one line that does not repeat it', async ({ key, line }) => {
  const dev = runDev({ STRIPE_SECRET_KEY: key });
  onTestFinished(() => dev.stop());
  expect(await dev.exitCode).toBe(1);
  expect({ stdout: dev.stdout(), stderr: dev.stderr() }).toEqual({ stdout: '', stderr: line });
});
