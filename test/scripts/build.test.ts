import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LANGUAGES } from '@stripe-payments/core';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { buildInto } from '../../scripts/build/build-into.ts';
import { buildSettings, profileVariables } from '../../scripts/build/profile.ts';
import { OUTPUT } from '../../scripts/build/project.ts';

/** A folder that is gone after the test. */
async function temporaryFolder(): Promise<string> {
  await mkdir(OUTPUT, { recursive: true });
  const folder = await mkdtemp(path.join(OUTPUT, 'test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe('buildInto', () => {
  let source: string;
  let target: string;
  let built: number;

  beforeEach(async () => {
    const folder = await temporaryFolder();
    source = path.join(folder, 'source.ts');
    target = path.join(folder, 'target');
    built = 0;
    await writeFile(source, 'one');
  });

  const build = (settings = {}): Promise<void> =>
    buildInto(target, { sources: [source], settings }, async (folder) => {
      built += 1;
      await writeFile(path.join(folder, 'bundle.js'), await readFile(source));
    });

  const bundle = (): Promise<string> => readFile(path.join(target, 'bundle.js'), 'utf8');

  test('builds unchanged sources once, even when saved again', async () => {
    await build();
    await utimes(source, new Date(0), new Date(0));
    await build();
    expect(built).toBe(1);
    expect(await bundle()).toBe('one');
  });

  test.each([
    ['a source', () => writeFile(source, 'two')],
    ['the bundle', () => writeFile(path.join(target, 'bundle.js'), 'changed by hand')],
    ['a file beside the bundle', () => writeFile(path.join(target, 'left-over.js'), '')],
    ['the whole target', () => rm(target, { recursive: true })],
  ])('builds again after a change of %s', async (_what, change) => {
    await build();
    await change();
    await build();
    expect(built).toBe(2);
    expect(await bundle()).toBe(await readFile(source, 'utf8'));
  });

  test('builds again for another setting', async () => {
    await build({ language: 'en' });
    await build({ language: 'it' });
    expect(built).toBe(2);
  });

  test('leaves the earlier bundle and no new folder behind when a build fails', async () => {
    await build();
    await writeFile(source, 'two');
    const failing = buildInto(target, { sources: [source] }, () =>
      Promise.reject(new Error('No.')),
    );
    await expect(failing).rejects.toThrow('No.');
    expect(await bundle()).toBe('one');
    await build();
    expect(await bundle()).toBe('two');
  });
});

describe('profileVariables', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await temporaryFolder();
    const profile = { accountId: 1, variables: { mode: 'test', retries: 2, isDemo: true } };
    await writeFile(path.join(folder, 'hsprofile.test.json'), JSON.stringify(profile));
    await writeFile(path.join(folder, 'hsprofile.bare.json'), JSON.stringify({ accountId: 1 }));
    await writeFile(path.join(folder, 'hsprofile.broken.json'), '{"variables": ["mode"]}');
  });

  test.each([
    { name: '', variables: {} },
    { name: 'bare', variables: {} },
    { name: 'test', variables: { mode: 'test', retries: 2, isDemo: true } },
  ])('reads the variables of the profile "$name"', ({ name, variables }) => {
    expect(profileVariables(name, folder)).toEqual({ ok: true, variables });
  });

  test.each(['missing', 'broken'])('names a profile that it cannot read: %s', (name) => {
    const message = `hsprofile.${name}.json is not a profile in ${folder}.`;
    expect(profileVariables(name, folder)).toEqual({ ok: false, message });
  });

  test('names the example to copy for a profile that is not made yet', async () => {
    await writeFile(path.join(folder, 'hsprofile.live.example.json'), '{}');
    const outcome = profileVariables('live', folder);
    expect(outcome.ok ? '' : outcome.message).toContain(
      'copy src/hsprofile.live.example.json to src/hsprofile.live.json',
    );
  });
});

describe('buildSettings', () => {
  test.each([
    ['English, and customers of the record, by default', {}, {}, 'en', 'record'],
    ["the environment's", { ACCOUNT_LANGUAGE: 'it', CUSTOMER_SEARCH: 'all' }, {}, 'it', 'all'],
    ["the profile's", {}, { ACCOUNT_LANGUAGE: 'it', CUSTOMER_SEARCH: 'all' }, 'it', 'all'],
    [
      "the profile's before the environment's",
      { ACCOUNT_LANGUAGE: 'it', CUSTOMER_SEARCH: 'all' },
      { ACCOUNT_LANGUAGE: 'en', CUSTOMER_SEARCH: 'record' },
      'en',
      'record',
    ],
    [
      'the usual ones where the environment has them empty',
      { ACCOUNT_LANGUAGE: '', CUSTOMER_SEARCH: '' },
      {},
      'en',
      'record',
    ],
  ])('are %s', (_name, environment, variables, language, search) => {
    expect(buildSettings(environment, variables)).toEqual({
      ok: true,
      settings: {
        ACCOUNT_LANGUAGE: language,
        ACTIONS: 'links,invoices,subscriptions,refunds',
        CUSTOMER_SEARCH: search,
        METADATA_KEYS: '',
      },
    });
  });

  test('can be every language with texts, and no other', () => {
    for (const language of LANGUAGES) {
      expect(buildSettings({ ACCOUNT_LANGUAGE: language })).toMatchObject({
        settings: { ACCOUNT_LANGUAGE: language },
      });
    }
    expect(buildSettings({ ACCOUNT_LANGUAGE: 'de' })).toEqual({
      ok: false,
      message: `ACCOUNT_LANGUAGE is "de". Set it to ${LANGUAGES.join(' or ')}.`,
    });
  });

  test.each(['yes', 'ALL', true, 1])('refuse the search %j', (value) => {
    expect(buildSettings({}, { CUSTOMER_SEARCH: value })).toMatchObject({ ok: false });
  });

  test('take a part of the actions, and refuse what is none', () => {
    expect(buildSettings({ ACTIONS: 'invoices' }, { ACTIONS: 'links,refunds' })).toMatchObject({
      settings: { ACTIONS: 'links,refunds' },
    });
    for (const ACTIONS of ['yes', 'links;refunds', ',']) {
      expect(buildSettings({ ACTIONS })).toEqual({
        ok: false,
        message: `ACTIONS is "${ACTIONS}". Set it to some of links, invoices, subscriptions, refunds, separated by commas.`,
      });
    }
  });

  test('take the metadata keys of other tools, and say what is wrong with them', () => {
    const METADATA_KEYS = 'deal: deal_id, dealId; contact: contactId';
    expect(buildSettings({ METADATA_KEYS })).toMatchObject({ settings: { METADATA_KEYS } });
    expect(buildSettings({}, { METADATA_KEYS: 'deal_id' })).toEqual({
      ok: false,
      message: 'METADATA_KEYS is "deal_id". "deal_id" must begin with deal:, contact:, company:.',
    });
  });
});
