import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { profileVariables } from '../../../sandbox/dev/profile.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'profiles-'));
  const profile = { accountId: 1, variables: { mode: 'test', retries: 2, isDemo: true } };
  await writeFile(path.join(folder, 'hsprofile.test.json'), JSON.stringify(profile));
  await writeFile(path.join(folder, 'hsprofile.bare.json'), JSON.stringify({ accountId: 1 }));
  await writeFile(path.join(folder, 'hsprofile.broken.json'), '{"variables": ["mode"]}');
});

afterAll(() => rm(folder, { recursive: true }));

it.each([
  { name: '', variables: {} },
  { name: 'bare', variables: {} },
  { name: 'test', variables: { mode: 'test', retries: 2, isDemo: true } },
])('reads the variables of the profile "$name"', ({ name, variables }) => {
  expect(profileVariables(name, folder)).toEqual({ ok: true, variables });
});

it.each(['missing', 'broken'])('says which profile it could not read: %s', (name) => {
  const message = `PROFILE names hsprofile.${name}.json, which is not a profile in ${folder}.`;
  expect(profileVariables(name, folder)).toEqual({ ok: false, message });
});
