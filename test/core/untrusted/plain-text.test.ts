import { isolated, isVisible, plainText, shortened, withPlainTexts } from '@stripe-payments/core';
import { expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

test.each([
  ['Ada Lovelace', 'Ada Lovelace'],
  ['Ada \u202egnp.exe', 'Ada gnp.exe'],
  ['a\u2066b\u2067c\u2068d\u2069e', 'abcde'],
  ['\u202a\u202b\u202c\u202dx', 'x'],
  ['two\nlines\tand a tab', 'two\nlines\tand a tab'],
  ['red \u001b[31mtext\u0007', 'red  [31mtext '],
  ['over\rwritten', 'over written'],
  ['a\u0000b\u009bc\u2028d\u2029e', 'a b c d e'],
  ['\u05d0\u200f!', '\u05d0\u200f!'],
  ['👩\u200d💻', '👩\u200d💻'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
])('%j is cleaned to %j', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});

const unit = fc.oneof(
  fc.constantFrom('\u202a', '\u202b', '\u202c', '\u202d', '\u202e'),
  fc.constantFrom('\u2066', '\u2067', '\u2068', '\u2069', '\u200f', '\u061c', '\u200b'),
  fc.constantFrom(
    '\u05d0',
    '\u0627',
    '\ufee1',
    '\u{10800}',
    '\u{1e900}',
    'a',
    '1',
    ' ',
    '\n',
    '😀',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const someText = fc.array(unit, { maxLength: 30 }).map((units) => units.join(''));

const REORDERING = /[\u202a-\u202e\u2066-\u206f]/u;

/** True where each isolate is closed after it was opened, and nothing else says how text is to be shown. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '\u2068') open += 1;
    else if (character === '\u2069') open -= 1;
    else if (REORDERING.test(character)) return false;
    if (open < 0) return false;
  }
  return open === 0;
}

test.prop([someText])(
  'plain text has no reordering characters, and cleaning it again changes nothing',
  (text) => {
    const plain = plainText(text);
    expect(plain).not.toMatch(REORDERING);
    expect(plain).not.toMatch(/(?![\t\n])\p{Cc}/u);
    expect(plainText(plain)).toBe(plain);
  },
);

test.prop([someText])('every visible character is kept, in order', (text) => {
  const seen = (shown: string) => Array.from(shown).filter((character) => isVisible(character));
  expect(seen(plainText(text))).toEqual(seen(text));
  expect(seen(isolated(text))).toEqual(seen(text));
});

test.prop([someText, someText])(
  'an isolated text is balanced, also in a sentence and when shortened',
  (name, place) => {
    const sentence = `The address ${isolated(name)} is that of ${isolated(place)}.`;
    expect(isBalanced(isolated(name))).toBe(true);
    for (let most = 1; most < 40; most += 3) {
      expect(isBalanced(shortened(sentence, most))).toBe(true);
    }
  },
);

test.prop([someText.filter((text) => /[\u0590-\u08ff\ufee1\u{10800}\u{1e900}]/u.test(text))])(
  'right-to-left text is isolated',
  (text) => {
    expect(isolated(text)).toBe(`\u2068${plainText(text)}\u2069`);
  },
);

test.prop([someText, fc.integer({ min: 1, max: 30 })])(
  'a shortened text is a beginning within the given length',
  (name, most) => {
    const text = plainText(name);
    const short = shortened(text, most);
    expect(Array.from(short).length).toBeLessThanOrEqual(most);
    if (short !== text) {
      expect(short.endsWith('…')).toBe(true);
      expect(text.startsWith(short.slice(0, -1))).toBe(true);
    }
  },
);

test('a character of two code units is not cut in half', () => {
  expect(shortened('😀😀😀😀', 3)).toBe('😀😀…');
  expect(shortened('😀😀😀', 3)).toBe('😀😀😀');
});

test.each(['', ' ', '\u200b', '\u200b\u2060\ufeff', '\u3164', '\u202e', '\u0000', '\u00a0\n'])(
  '%j is invisible',
  (text) => {
    expect(isVisible(text)).toBe(false);
  },
);

test.each(['a', '\u200ba', '0', '.', '😀', '\u05d0', '字'])('%j is visible', (text) => {
  expect(isVisible(text)).toBe(true);
});

test.prop([fc.jsonValue()])('JSON keeps its form when its texts become plain', (value) => {
  const shape = (each: unknown): unknown => JSON.parse(plainText(JSON.stringify(each)));
  expect(withPlainTexts(shape(value))).toEqual(shape(value));
});

test('every text in JSON becomes plain, whatever its key', () => {
  const text = JSON.stringify({ a: [{ b: '\u202ex' }], n: 1, t: true, z: null, s: '\u2067y' });
  expect(withPlainTexts(JSON.parse(text))).toEqual({
    a: [{ b: 'x' }],
    n: 1,
    t: true,
    z: null,
    s: 'y',
  });
  const named = withPlainTexts(JSON.parse('{"__proto__":{"isAdmin":"\u202eyes"}}'));
  expect(Object.getPrototypeOf(named)).toBe(Object.prototype);
  expect(JSON.stringify(named)).toBe('{"__proto__":{"isAdmin":"yes"}}');
});
