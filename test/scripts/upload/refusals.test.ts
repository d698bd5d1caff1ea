import { copyFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test as base, vi } from 'vitest';
import { checkProject } from '../../../scripts/upload/check-project.ts';
import { copyCheckout, copyProject } from './project-copy.ts';
import { ACCESS_KEY_CANARY, HS, startRehearsal } from './rehearsal.ts';
import type { Outcome } from './run-program.ts';
import { runProgram } from './run-program.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const test = base
  .extend('rehearsal', { scope: 'file' }, async ({}, { onCleanup }) => {
    const rehearsal = await startRehearsal();
    onCleanup(() => rehearsal.close());
    return rehearsal;
  })
  /** A checkout with its tools, and `npm run upload` in it. */
  .extend('checkout', { scope: 'file' }, async ({ rehearsal }) => {
    const folder = path.join(rehearsal.folder, 'checkout');
    await copyCheckout(folder);
    return folder;
  })
  .extend('upload', ({ rehearsal, checkout }) => {
    return (args: readonly string[], extra: Readonly<Record<string, string>> = {}) =>
      runProgram('npm', ['run', '--silent', 'upload', '--', ...args], {
        folder: checkout,
        environment: { ...rehearsal.environment, ...extra },
      });
  });

const said = ({ output }: Outcome): readonly string[] => output.trimEnd().split('\n');

test('without an account it says how to connect one', async ({ upload }) => {
  const outcome = await upload([]);
  expect(outcome.code).toBe(1);
  expect(said(outcome)).toEqual([
    'No HubSpot account is connected to this computer. Connect one, and run this again:',
    '  npx hs account auth',
    'Nothing was uploaded.',
  ]);
});

test('a missing account variable is named', async ({ upload }) => {
  const outcome = await upload(['--use-env'], { HUBSPOT_PERSONAL_ACCESS_KEY: '' });
  expect(outcome.code).toBe(1);
  expect(outcome.output).toContain('Not set there: HUBSPOT_PERSONAL_ACCESS_KEY.');
});

test('a profile whose example was not copied is explained', async ({ upload }) => {
  const outcome = await upload(['--profile', 'live', '--use-env']);
  expect(outcome.code).toBe(1);
  expect(said(outcome).slice(0, 3)).toEqual([
    'The profile "live" is still to be made. Copy its example, put your account\'s id into the copy',
    '(`npx hs account list` shows it), and run this again:',
    '  cp src/hsprofile.live.example.json src/hsprofile.live.json',
  ]);
});

test('an unknown profile is answered with the existing ones', async ({ upload }) => {
  const outcome = await upload(['-p', 'staging', '--use-env']);
  expect(outcome.code).toBe(1);
  expect(outcome.output).toContain('There is no profile "staging". There are: live, test.');
});

test('a copied example without an account, or that is not JSON, is refused', async ({
  upload,
  checkout,
}) => {
  const profile = path.join(checkout, 'src/hsprofile.live.json');
  await copyFile(path.join(checkout, 'src/hsprofile.live.example.json'), profile);
  const copied = await upload(['--profile=live', '--use-env']);
  await writeFile(profile, '{ "accountId": 1');
  const broken = await upload(['--profile=live', '--use-env']);
  await rm(profile);
  expect(copied.output).toContain('src/hsprofile.live.json has no account yet.');
  expect(broken.output).toContain('src/hsprofile.live.json is not JSON.');
  expect([copied.code, broken.code]).toEqual([1, 1]);
});

test('without a terminal one of several profiles has to be named', async ({ upload, checkout }) => {
  const profiles = ['live', 'test'].map((name) =>
    path.join(checkout, `src/hsprofile.${name}.json`),
  );
  for (const file of profiles) await writeFile(file, '{ "accountId": 424242 }');
  const outcome = await upload(['--use-env']);
  for (const file of profiles) await rm(file);
  expect(outcome.code).toBe(1);
  expect(outcome.output).toContain(
    'Say which: npm run upload -- --profile live, or npm run upload -- --profile test',
  );
});

test('options that npm consumed are noticed', async ({ rehearsal, checkout }) => {
  const outcome = await runProgram('npm', ['run', '--silent', 'upload', '--profile', 'test'], {
    folder: checkout,
    environment: rehearsal.environment,
  });
  expect(outcome.code).toBe(1);
  expect(outcome.output).toContain('npm run upload -- --profile test');
});

test('a function that cannot be built stops the upload', async ({ upload, checkout }) => {
  const entry = path.join(checkout, 'src/app/functions/get-payments.ts');
  const original = path.join(checkout, 'get-payments.ts');
  await copyFile(entry, original);
  await writeFile(entry, 'export const main = (;\n');
  const { code, output } = await upload(['--use-env']);
  await copyFile(original, entry);
  expect(code).toBe(1);
  expect(output).toContain('The build failed. Fix what is reported above');
});

test("a card that HubSpot's lint rules refuse stops the upload", async ({ upload, checkout }) => {
  const card = path.join(checkout, 'src/app/cards/careless.ts');
  await writeFile(card, "export const say = (): void => window.alert('hello');\n");
  const { code, output } = await upload(['--use-env']);
  await rm(card);
  expect(code).toBe(1);
  expect(output).toContain('@hubspot/ui-extensions/no-browser-dialogs');
  expect(output).toContain("HubSpot's lint rules refuse src/app/cards: see above.");
});

test('a declaration in an unread folder, or of a missing file, is a problem', async ({
  checkout,
}) => {
  expect(await checkProject(checkout, undefined)).toMatchObject({ misplaced: [], missing: [] });
  const misplaced = path.join(checkout, 'src/app/cards/figures/lost-hsmeta.json');
  await writeFile(misplaced, '{ "uid": "lost", "type": "card", "config": {} }');
  const untrue = path.join(checkout, 'src/app/cards/untrue-hsmeta.json');
  const config = { entrypoint: '/app/cards/Untrue.tsx' };
  await writeFile(untrue, JSON.stringify({ uid: 'untrue', type: 'card', config }));
  const { misplaced: lost, missing, uiFolders } = await checkProject(checkout, undefined);
  await Promise.all([rm(misplaced), rm(untrue)]);
  expect(lost).toEqual([
    'src/app/cards/figures/lost-hsmeta.json is in a folder where HubSpot does not look.',
  ]);
  expect(missing).toEqual(['untrue names /app/cards/Untrue.tsx, which is not there.']);
  expect(uiFolders).toContain('src/app/cards');
});

const SECRETS = '/cms/v3/functions/secrets';

test('declared actions without their secret stop the upload, and a secret without them is said', async ({
  rehearsal,
  checkout,
  upload,
}) => {
  const actions = (command: string) =>
    runProgram('npm', ['run', '--silent', 'actions', '--', command], {
      folder: checkout,
      environment: rehearsal.environment,
    });
  await actions('on');
  const refused = await upload(['--use-env']);
  await actions('off');
  expect(refused.code).toBe(1);
  expect(said(refused)).toEqual([
    'The HubSpot account has no secret STRIPE_WRITE_KEY, and the deploy would fail. Add it:',
    '  npx hs secret add STRIPE_WRITE_KEY',
    'Or leave the actions out: npm run actions -- off',
    'Nothing was uploaded.',
  ]);
  rehearsal.store.secrets.add('STRIPE_WRITE_KEY');
  const card = path.join(checkout, 'src/app/cards/careless.ts');
  await writeFile(card, "export const say = (): void => window.alert('hello');\n");
  const { output } = await upload(['--use-env']);
  await rm(card);
  rehearsal.store.secrets.delete('STRIPE_WRITE_KEY');
  expect(output).toContain(
    'actions are not part of this upload. To add them: npm run actions -- on',
  );
});

test('no refused upload reached HubSpot, which was asked for names of secrets only', ({
  rehearsal,
}) => {
  const asked = new Set(rehearsal.requests.map((request) => request.path.split('?')[0]));
  expect([...asked].toSorted()).toEqual([SECRETS, '/localdevauth/v1/auth/refresh']);
  expect(rehearsal.refusedHosts).toEqual([]);
});

test('the CLI names the component that HubSpot could not build, with the reason', async ({
  rehearsal,
}) => {
  const folder = path.join(rehearsal.folder, 'unbuilt');
  await copyProject(folder);
  await rm(path.join(folder, 'src/app/functions/dist/sync-payments.js'));
  const { code, output } = await runProgram(HS, ['project', 'upload', '--use-env', '--force'], {
    folder,
    environment: rehearsal.environment,
  });
  expect(code).toBe(1);
  expect(output).toContain('Build #1 failed because there was a problem');
  expect(output).toContain("app/functions/dist/sync-payments.js is not in the project's files.");
  expect(output).not.toContain('Deploy');
});

test('a wrong access key is refused, and not repeated', async ({ rehearsal }) => {
  const folder = path.join(rehearsal.folder, 'wrong-key');
  await copyProject(folder);
  const wrongKey = `${ACCESS_KEY_CANARY}-wrong`;
  const { code, output } = await runProgram(HS, ['project', 'upload', '--use-env', '--force'], {
    folder,
    environment: { ...rehearsal.environment, HUBSPOT_PERSONAL_ACCESS_KEY: wrongKey },
  });
  expect(code).toBe(1);
  expect(output).toMatch(/personal access key/i);
  expect([output, ...(await rehearsal.textsAtHome())].join('\n')).not.toContain(ACCESS_KEY_CANARY);
});
