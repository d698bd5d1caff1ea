import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { createSeal } from '../../src/app/packages/sync/src/seal.ts';

const seal = createSeal('sk_test_1');

property.prop([fc.string({ unit: 'grapheme' })])(
  'what was closed opens to the same text',
  (text) => {
    expect(seal.open(seal.close(text))).toBe(text);
  },
);

property.prop([fc.string(), fc.nat(), fc.constantFrom('A', 'B', '.', '', '-')])(
  'a token with another character anywhere does not open',
  (text, at, other) => {
    const token = seal.close(text);
    const place = at % token.length;
    const changed = `${token.slice(0, place)}${other}${token.slice(place + 1)}`;
    const opened = changed === token ? undefined : seal.open(changed);
    // Base64 ignores the last two bits of a signature: what opens all the same says the same.
    expect([undefined, text]).toContain(opened);
  },
);

test('another key opens no token, and a token reveals nothing about its key', () => {
  const token = seal.close('{"a":1}');
  expect(createSeal('sk_test_2').open(token)).toBeUndefined();
  expect(token).not.toContain('sk_test_1');
});
