import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Upload } from '../../../sandbox/hubspot-projects/entities.ts';
import { missingFiles } from '../../../sandbox/hubspot-projects/store.ts';
import type { Rehearsed } from './rehearsed.ts';
import { onlyUpload, rehearseCommand, rehearseScript, textsWithSecrets } from './rehearsed.ts';

// What `npm run upload` adds to `hs project upload`, whose own upload is in rehearsal.test.ts.

/** Two uploads with the CLI's own pauses, and the lint and build before one of them. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let command: Rehearsed;
let script: Rehearsed;
let upload: Upload;

beforeAll(async () => {
  [command, script] = await Promise.all([rehearseCommand(), rehearseScript()]);
  upload = onlyUpload(command);
});

afterAll(() => Promise.all([command.rehearsal.close(), script.rehearsal.close()]));

test('`npm run upload` neither uploads, prints nor stores a secret', async () => {
  expect(await textsWithSecrets(script)).toEqual([]);
});

const OF_ACTIONS = [
  'app/cards/stripe-actions-hsmeta.json',
  ...['manage-billing', 'request-payment'].flatMap((uid) => [
    `app/functions/${uid}-hsmeta.json`,
    `app/functions/dist/${uid}.js`,
  ]),
];

test('`npm run upload` below a hidden folder uploads the same files, and those of the actions', () => {
  expect(script.outcome).toMatchObject({ code: 0 });
  const { files, nodes } = onlyUpload(script);
  expect([...files.keys()].toSorted()).toEqual([...upload.files.keys(), ...OF_ACTIONS].toSorted());
  expect(nodes.flatMap((node) => missingFiles(node, files))).toEqual([]);
  expect(script.outcome.output).toContain('Deployed build #1 in stripe-payments');
  expect(script.rehearsal.refusedHosts).toEqual([]);
});

test('the variables of a profile reach the cards', () => {
  expect(script.outcome.output).toContain('hsprofile.test.json');
  expect(onlyUpload(script).profileVariables).toEqual({
    STRIPE_MODE: { variableType: 'PROFILE_STRING', value: 'test' },
  });
  expect(upload.profileVariables).toEqual({});
});
