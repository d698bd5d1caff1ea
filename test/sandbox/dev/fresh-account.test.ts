import { expect, onTestFinished, test } from 'vitest';
import { runDev } from '../../browser/dev-command.ts';

const timeout = 120_000;

test('FRESH_ACCOUNT=yes npm run dev starts before setup', { timeout }, async () => {
  const dev = runDev({ FRESH_ACCOUNT: 'yes' });
  onTestFinished(() => dev.stop());
  const url = await dev.printed(/^Open (http:\S+)$/m);
  expect(await (await fetch(`${url}/api/account-side`)).json()).toMatchObject({
    parts: expect.arrayContaining([
      expect.objectContaining({ id: 'hubspot-properties', state: 'None there' }),
    ]) as unknown,
  });
});

test('npm run dev refuses a missing profile with one line', { timeout }, async () => {
  const dev = runDev({ PROFILE: 'missing' });
  onTestFinished(() => dev.stop());
  expect(await dev.exitCode).toBe(1);
  expect(dev.stderr()).toMatch(/^hsprofile\.missing\.json is not a profile in .*\n$/);
});
