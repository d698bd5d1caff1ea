import { stripVTControlCharacters } from 'node:util';
import { expect } from 'vitest';
import type { Block } from '../../cli/terminal/block.ts';
import { paragraph } from '../../cli/terminal/block.ts';
import { render } from '../../cli/terminal/render.ts';
import { terminalJson } from '../../cli/terminal/terminal-text.ts';
import { fc, test } from '../builders/laws.ts';
import { flowing } from './fake-terminal.ts';

const PLAIN = { width: 80, isColoured: false };

const word = fc.stringMatching(/^[a-z]{1,12}$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
const tone = fc.constantFrom('plain', 'good', 'attention', 'bad', 'faint', 'strong');
const depth = fc.integer({ min: 0, max: 3 });
const row = fc.record({ label: word, text: sentence, tone });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph'), text: sentence, depth, tone }),
  fc.record({ kind: fc.constant('rows'), rows: fc.array(row, { minLength: 1 }), depth }),
);

test.prop([fc.array(block), fc.integer({ min: 40, max: 120 })])(
  'no line is wider than the terminal, and no word is lost, at any width',
  (blocks, width) => {
    const text = render([blocks], { width, isColoured: false });
    expect(text.split('\n').filter((line) => line.length > width)).toEqual([]);
    expect(text.split('\n').filter((line) => line !== line.trimEnd())).toEqual([]);
    const wide = render([blocks], { width: 10_000, isColoured: false });
    expect(flowing(text)).toBe(flowing(wide));
  },
);

test.prop([fc.array(block, { minLength: 1 })])(
  'colors change no text, and each line resets its own',
  (blocks) => {
    const coloured = render([blocks], { width: 60, isColoured: true });
    expect(stripVTControlCharacters(coloured)).toBe(
      render([blocks], { width: 60, isColoured: false }),
    );
    for (const line of coloured.split('\n')) {
      expect((line.match(/\u001b\[/g) ?? []).length % 2).toBe(0);
    }
  },
);

test('labels are in one column, and a long text is indented below its first line', () => {
  const rows = [
    { label: 'Name', text: 'Northwind' },
    { label: 'Currencies', text: 'AED, CHF, EUR, GBP, ILS, JPY, KWD, SAR' },
  ];
  expect(render([[{ kind: 'rows', rows }]], { width: 46, isColoured: false })).toBe(
    [
      '  Name        Northwind',
      '  Currencies  AED, CHF, EUR, GBP, ILS, JPY,',
      '              KWD, SAR',
      '',
    ].join('\n'),
  );
});

test('where the column would be too narrow, the text is below its label', () => {
  const rows = [{ label: 'stripe_funds_available_date', text: 'Create it, and tell me so' }];
  expect(render([[{ kind: 'rows', rows }]], { width: 40, isColoured: false })).toBe(
    '  stripe_funds_available_date\n    Create it, and tell me so\n',
  );
});

test('a URL stays whole, so that it can be opened', () => {
  const address = `https://dashboard.stripe.com/${'a'.repeat(200)}`;
  const lines = render([[paragraph(`Open ${address} now`, { depth: 1 })]], PLAIN).split('\n');
  expect(lines).toContain(`  ${address}`);
});

test('a command in backquotes stays on one line, so that it can be copied', () => {
  const text = 'Nothing was changed, and the next is `npm run setup -- apply` as ever.';
  expect(render([[paragraph(text)]], { width: 60, isColoured: false })).toBe(
    'Nothing was changed, and the next is\n`npm run setup -- apply` as ever.\n',
  );
});

test('sections are separated by one empty line, and empty sections are skipped', () => {
  const text = render([[paragraph('a')], [], [paragraph('b'), paragraph('c')]], PLAIN);
  expect(text).toBe('a\n\nb\nc\n');
});

test.each([
  [
    '\u001b[31mred\u001b[0m and \u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
    'red and click',
  ],
  ['up\u001b[2Aand\u009b2Kaway', 'upandaway'],
  ['a\r\nb\tc\u0000d', 'a b c d'],
  ['Acme \u202egnp.exe', 'Acme gnp.exe'],
])('control sequences are not printed: %j', (hostile, shown) => {
  const text = render([[paragraph(hostile)]], PLAIN);
  expect(text).toBe(`${shown}\n`);
  const rows = [{ label: hostile, text: hostile }];
  expect(render([[{ kind: 'rows', rows }]], PLAIN)).not.toMatch(/[\u001b\u009b\u0007\u202e\r\t]/);
});

test('a text of 100,000 characters is shortened', () => {
  expect(render([[paragraph('a'.repeat(100_000))]], PLAIN).length).toBeLessThan(5_000);
});

test('JSON output keeps its content and has no control sequences', () => {
  const value = { name: 'a\u009b2K\u202eb\u001b[2J', nested: [{ key: 'canary' }] };
  const text = terminalJson(value, (part) => part.replaceAll('canary', '[hidden]'));
  expect(text).not.toMatch(/[\u001b\u0080-\u009f\u202e]/);
  expect(JSON.parse(text)).toEqual({ name: value.name, nested: [{ key: '[hidden]' }] });
});
