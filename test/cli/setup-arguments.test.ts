import { terminalTextsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import type { Arguments } from '../../cli/setup/arguments.ts';
import { languageIn, parseArguments } from '../../cli/setup/arguments.ts';

const parse = (...argv: readonly string[]): Arguments =>
  parseArguments(argv, terminalTextsIn('en'), 80);

const PLAIN = { json: false, keysFile: undefined, color: true };

test.each<[readonly string[], object]>([
  [[], { command: 'check' }],
  [['check'], { command: 'check' }],
  [['plan'], { command: 'plan' }],
  [['apply'], { command: 'apply', isConfirmed: false }],
  [['apply', '--yes'], { command: 'apply', isConfirmed: true }],
  [['apply', '-y'], { command: 'apply', isConfirmed: true }],
  [['remove'], { command: 'remove', confirmation: null }],
  [
    ['remove', '--confirm', 'stripe_payments'],
    { command: 'remove', confirmation: 'stripe_payments' },
  ],
])('%j is understood', (argv, request) => {
  expect(parse(...argv)).toEqual({ status: 'understood', request, options: PLAIN });
});

test.each<[readonly string[], object]>([
  [['--json'], { json: true }],
  [['plan', '--json'], { json: true }],
  [['--json', 'plan'], { json: true }],
  [['--no-color'], { color: false }],
  [['--keys-file', 'live.env', 'plan'], { keysFile: 'live.env' }],
  [['apply', '--keys-file=live.env'], { keysFile: 'live.env' }],
  [['--lang', 'it', 'check'], {}],
])('options are accepted before and after the command: %j', (argv, options) => {
  expect(parse(...argv)).toMatchObject({
    status: 'understood',
    options: { ...PLAIN, ...options },
  });
});

test.each<[readonly string[], RegExp]>([
  [['aply'], /^unknown command 'aply'\s+\(Did you mean apply\?\)$/],
  [['--apply'], /^unknown option '--apply'/],
  [['check', 'now'], /^too many arguments for 'check'/],
  [['plan', '--yes'], /^unknown option '--yes'/],
  [['--lang', 'de'], /One of: en, it\.$/],
  [['--keys-file'], /argument missing$/],
  [['remove', '--confirm'], /argument missing$/],
])('%j is refused', (argv, detail) => {
  const parsed = parse(...argv);
  expect(parsed.status).toBe('wrong');
  expect(parsed).toHaveProperty('detail', expect.stringMatching(detail) as unknown);
});

test.each([[['--help']], [['-h']], [['help']], [['--lang', 'it', '--help']]])(
  '%j shows the commands, the keys, the exit codes and examples',
  (argv) => {
    const parsed = parse(...argv);
    const text = parsed.status === 'help' ? parsed.text : '';
    expect(text).toMatch(/^Usage: npm run setup -- \[options\] \[command\]\n/);
    for (const word of ['check', 'plan', 'apply', 'remove', 'HUBSPOT_ACCESS_TOKEN']) {
      expect(text).toContain(word);
    }
    expect(text).toMatch(/Exit codes:\n {2}0 .+\n {2}1 .+\n {2}2 .+\n {2}3 .+\n/);
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  },
);

test.each([
  [['apply', '--help'], '--yes'],
  [['help', 'remove'], '--confirm <word>'],
])('%j shows the options of the command', (argv, option) => {
  const parsed = parse(...argv);
  expect(parsed).toHaveProperty('text', expect.stringContaining(option) as unknown);
});

test('the Italian help is Italian, with its headings', () => {
  const parsed = parseArguments(['apply', '--help'], terminalTextsIn('it'), 80);
  const text = parsed.status === 'help' ? parsed.text : '';
  expect(text).toMatch(/^Uso: /);
  expect(text).toContain('Opzioni globali:');
  expect(text).not.toMatch(/Usage|Options|Commands|default/);
});

test.each<[readonly string[], string | undefined]>([
  [['--lang', 'it'], 'it'],
  [['plan', '--lang=it'], 'it'],
  [['plan'], undefined],
  [['--lang'], undefined],
])('the language is read from the arguments before they are parsed: %j', (argv, language) => {
  expect(languageIn(argv)).toBe(language);
});

test.each(['--yes', '-y'])('remove %s names --confirm', (flag) => {
  const parsed = parse('remove', flag);
  expect(parsed.status === 'wrong' ? parsed.detail : '').toContain('--confirm stripe_payments');
});
