import { expect, test } from 'vitest';
import { readKeys, UnreadableFileError } from '../../cli/keys.ts';

type Files = Readonly<Record<string, string>>;

const keysIn = (environment: Files, files: Files, keysFile?: string) =>
  readKeys(environment, keysFile, (file) => files[file]);

const HERE = '.env';
const FUNCTIONS = 'src/app/functions/.env';

test('the settings reach what is run', () => {
  const settings = { ACCOUNT_LANGUAGE: 'it', METADATA_KEYS: 'deal: deal_id' };
  expect(keysIn(settings, {}).environment).toMatchObject(settings);
});

test.each<[string, Files, Files, string | undefined, string | null]>([
  [
    'the environment before the files',
    { HUBSPOT_ACCESS_TOKEN: 'mine' },
    { [HERE]: 'HUBSPOT_ACCESS_TOKEN=here' },
    'mine',
    null,
  ],
  [
    'either name in the environment before any in a file',
    { PRIVATE_APP_ACCESS_TOKEN: 'mine' },
    { [HERE]: 'HUBSPOT_ACCESS_TOKEN=here' },
    'mine',
    null,
  ],
  [
    'the name for people before the name for functions',
    { PRIVATE_APP_ACCESS_TOKEN: 'functions', HUBSPOT_ACCESS_TOKEN: 'people' },
    {},
    'people',
    null,
  ],
  [
    'the folder before the functions',
    {},
    {
      [HERE]: 'HUBSPOT_ACCESS_TOKEN=here',
      [FUNCTIONS]: 'HUBSPOT_ACCESS_TOKEN=functions',
    },
    'here',
    HERE,
  ],
  [
    "the functions' own file, where the folder's has none",
    {},
    { [HERE]: 'OTHER=1', [FUNCTIONS]: 'PRIVATE_APP_ACCESS_TOKEN="functions" # quoted' },
    'functions',
    FUNCTIONS,
  ],
  [
    'a file before an empty variable',
    { HUBSPOT_ACCESS_TOKEN: '  ' },
    { [HERE]: 'HUBSPOT_ACCESS_TOKEN=here' },
    'here',
    HERE,
  ],
  ['none, where there is none', {}, { [HERE]: 'HUBSPOT_ACCESS_TOKEN=' }, undefined, null],
])('the access token is %s', (_name, environment, files, value, file) => {
  const { accessToken, environment: made } = keysIn(environment, files);
  expect(accessToken).toEqual(value === undefined ? null : { value, file });
  expect(made['PRIVATE_APP_ACCESS_TOKEN']).toBe(value);
});

test('each key is searched separately, and its source is named', () => {
  const { stripeKey, accessToken } = keysIn(
    { HUBSPOT_ACCESS_TOKEN: 'mine' },
    { [FUNCTIONS]: 'STRIPE_SECRET_KEY=theirs' },
  );
  expect(accessToken).toEqual({ value: 'mine', file: null });
  expect(stripeKey).toEqual({ value: 'theirs', file: FUNCTIONS });
});

test('a requested file replaces the two default files', () => {
  const files = { [HERE]: 'STRIPE_SECRET_KEY=here', 'live.env': 'HUBSPOT_ACCESS_TOKEN=live' };
  const { stripeKey, accessToken } = keysIn({}, files, 'live.env');
  expect(stripeKey).toBeNull();
  expect(accessToken).toEqual({ value: 'live', file: 'live.env' });
});

test('a missing requested file is an error; the default files are optional', () => {
  expect(() => keysIn({}, {}, 'live.env')).toThrow(UnreadableFileError);
  expect(keysIn({}, {}).accessToken).toBeNull();
});

test('an unreadable file is an error that names it', () => {
  const unreadable = (): string => {
    throw new Error('EACCES');
  };
  expect(() => readKeys({}, undefined, unreadable)).toThrow("The file .env couldn't be read.");
});
