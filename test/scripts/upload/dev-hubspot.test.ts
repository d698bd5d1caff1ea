import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { runDev } from '../../browser/dev-command.ts';
import { copyCheckout } from './project-copy.ts';

vi.setConfig({ testTimeout: 240_000 });

test('npm run dev:hubspot builds the functions, and again when one is edited', async ({
  onTestFinished,
}) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dev-hubspot-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await copyCheckout(folder);
  const bundle = path.join(folder, 'src/app/functions/dist/get-payments.js');
  await rm(path.dirname(bundle), { recursive: true });

  const dev = runDev({}, { script: 'dev:hubspot', folder });
  onTestFinished(() => dev.stop());
  await dev.printed(/^(Built the functions\.)/m);
  expect(await readFile(bundle, 'utf8')).not.toContain('an edit of this test');
  await appendFile(
    path.join(folder, 'src/app/functions/get-payments.ts'),
    "\nexport const note = 'an edit of this test';\n",
  );
  await dev.printed(/^(Built the functions again\.)/m);
  expect(await readFile(bundle, 'utf8')).toContain('an edit of this test');
});
