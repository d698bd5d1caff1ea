import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { actingDeclarations } from '@stripe-payments/core';
import { beforeAll, expect, test } from 'vitest';
import { checkSecrets } from '../../../scripts/upload/check-secrets.ts';

let off: string;
let on: string;

async function projectWith(declarations: Readonly<Record<string, object>>): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'secrets-'));
  const sync = { config: { secretKeys: ['STRIPE_SECRET_KEY'] } };
  const all = { 'src/app/functions/sync-hsmeta.json': sync, ...declarations };
  for (const [name, declaration] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), JSON.stringify(declaration));
  }
  return root;
}

beforeAll(async () => {
  off = await projectWith({});
  on = await projectWith(actingDeclarations());
});

const READ = 'STRIPE_SECRET_KEY';
const WRITE = 'STRIPE_WRITE_KEY';

test('what is declared and has its secrets is uploaded without a word', () => {
  expect(checkSecrets(off, [READ])).toEqual({});
  expect(checkSecrets(on, [WRITE, READ])).toEqual({});
});

test('a secret that is declared and missing is named with the command that adds it', () => {
  expect(checkSecrets(on, [READ]).obstacle?.split('\n')).toEqual([
    'The HubSpot account has no secret STRIPE_WRITE_KEY, and the deploy would fail. Add it:',
    '  npx hs secret add STRIPE_WRITE_KEY',
    'Or leave the actions out: npm run actions -- off',
  ]);
  expect(checkSecrets(off, []).obstacle).not.toContain('actions');
});

test('a key for actions that are not part of the project is mentioned', () => {
  const { obstacle, note } = checkSecrets(off, [READ, WRITE]);
  expect(obstacle).toBeUndefined();
  expect(note).toContain('npm run actions -- on');
});

test('secrets that could not be read stop nothing', () => {
  expect(checkSecrets(off, undefined)).toEqual({});
  expect(checkSecrets(on, undefined).note).toContain('without STRIPE_WRITE_KEY the deploy fails');
});
