import { expect, test } from 'vitest';
import { setupTextsIn, terminalTextsIn } from '../../../src/app/packages/core/src/index.ts';
import { quotedCommands } from '../../../src/app/packages/core/src/texts/quoted-commands.ts';
import { leavesOf } from './leaves.ts';

test('a command is in quotation marks in a text, a list, a group, and what makes one', () => {
  const texts = quotedCommands({
    plain: 'Run `a`.',
    list: ['`b`'],
    below: { made: (count: number, command: string) => `${String(count)}: run \`${command}\`` },
  });
  expect([texts.plain, texts.list, texts.below.made(2, 'c')]).toEqual([
    'Run "a".',
    ['"b"'],
    '2: run "c"',
  ]);
  expect(texts.below.made).toHaveLength(2);
});

test.each(['en', 'it'] as const)('no text of the app page has a backtick: %s', (language) => {
  const marked = leavesOf(setupTextsIn(language)).filter(({ text }) => text.includes('`'));
  expect(marked).toEqual([]);
  const { adminSteps } = terminalTextsIn(language);
  expect(leavesOf(adminSteps ?? {}).some(({ text }) => text.includes('`'))).toBe(true);
});
