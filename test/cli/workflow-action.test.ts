import { expect, test } from 'vitest';
import { workflowAction } from '../../cli/workflow-action/run.ts';

const said: string[] = [];
/** On standard error. */
const complained: string[] = [];

/** In an empty folder, with a key that the URL can be derived from. */
const commandWith = (
  given: Readonly<Record<string, string>>,
  ...args: readonly string[]
): number => {
  said.length = 0;
  complained.length = 0;
  return workflowAction(args, {
    root: '/nowhere',
    environment: { STRIPE_SECRET_KEY: 'rk_test_51Q7workflow', ...given },
    timeZone: 'UTC',
    readFile: () => undefined,
    clock: { nowMs: () => 0 },
    elapsedMs: () => 0,
    random: () => 0.5,
    say: (line) => {
      said.push(line);
    },
    complain: (line) => {
      complained.push(line);
    },
  });
};

test.each([
  [[], 2],
  [['on'], 2],
  [['on', 'https://x'], 2],
  [['on', 'www.acme.example', 'more'], 2],
  [['off', 'www.acme.example'], 2],
  [['later'], 2],
  [['--help'], 0],
  [['on', '-h'], 0],
])('the command line %j prints how to use it and ends with %i', (args, exitCode) => {
  expect(commandWith({}, ...args)).toBe(exitCode);
  const usage = exitCode === 0 ? said : complained;
  expect(usage.join('\n')).toContain('npm run workflow-action -- on DOMAIN');
  expect(exitCode === 0 ? complained : said).toEqual([]);
});

test.each([
  ['pk_live_51Q7publishable', "isn't a secret or restricted key"],
  ['whsec_51Q7signing', "isn't a secret or restricted key"],
  [' ', 'Set STRIPE_SECRET_KEY'],
])('a key such as %j makes no URL', (key, text) => {
  expect(commandWith({ STRIPE_SECRET_KEY: key }, 'print', 'www.acme.example')).toBe(1);
  expect(said).toEqual([]);
  expect(complained.join('\n')).toContain(text);
  expect(complained.join('\n')).not.toContain('secret=');
  expect(complained.join('\n')).not.toContain('51Q7');
});

test('speaks Italian in an Italian terminal', () => {
  commandWith({ LANG: 'it_IT.UTF-8' }, '-h');
  expect(said[0]).toBe('Uso:');
  expect(commandWith({ LANG: 'it_IT.UTF-8' }, 'off')).toBe(0);
  expect(said).toEqual(["L'azione del workflow non faceva parte del progetto."]);
});

test('prints the declaration with its URL, and writes nothing', () => {
  expect(commandWith({}, 'print', 'www.acme.example')).toBe(0);
  expect(said[0]).toContain('https://www.acme.example/hs/serverless/sync-action?secret=');
});
