import { utimes } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PAGES } from '../../../sandbox/build/project.ts';
import { runDev } from '../../browser/dev-command.ts';

const slowMs = 120_000;

async function json(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}

test(
  'FRESH_ACCOUNT=yes npm run dev starts before setup, and builds an edited page again',
  async () => {
    const dev = runDev({ FRESH_ACCOUNT: 'yes' });
    onTestFinished(() => dev.stop());
    const url = await dev.printed(/^Open (http:\S+)$/m);
    expect(await json(`${url}/api/account-side`)).toMatchObject({
      parts: expect.arrayContaining([
        expect.objectContaining({ id: 'hubspot-properties', state: 'None there' }),
      ]) as unknown,
    });
    expect(await json(`${url}/api/pages`)).toEqual({ pages: [{ uid: 'app-page', revision: 1 }] });
    const now = new Date();
    await utimes(path.join(PAGES, 'AppPage.tsx'), now, now);
    await expect
      .poll(() => json(`${url}/api/pages`), { timeout: 60_000 })
      .toEqual({ pages: [{ uid: 'app-page', revision: 2 }] });
    expect((await fetch(`${url}/pages/app-page.js`)).status).toBe(200);
  },
  slowMs,
);

test(
  'npm run dev refuses a profile that is not there with one line',
  { timeout: slowMs },
  async () => {
    const dev = runDev({ PROFILE: 'nobody' });
    onTestFinished(() => dev.stop());
    expect(await dev.exitCode).toBe(1);
    expect(dev.stderr()).toMatch(
      /^PROFILE names hsprofile\.nobody\.json, which is not a profile in .*\n$/,
    );
  },
);
