import { parseIds, withId, withoutId } from '@stripe-payments/core';
import { expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

const CUSTOMER = ['cus'];
const PAYMENT = ['pi', 'ch', 'py'];

test.each([
  [null, [], []],
  ['', [], []],
  [' , ;\n', [], []],
  ['pi_1', ['pi_1'], []],
  ['pi_1,ch_2;py_3 pi_4\npi_5', ['pi_1', 'ch_2', 'py_3', 'pi_4', 'pi_5'], []],
  ['pi_1, pi_1', ['pi_1'], []],
  ['pi_1, hello, cus_1', ['pi_1'], ['hello', 'cus_1']],
  [
    'PI_1 pi- pi_ _1 pi_a-b pi_1/../x pi_1?y="',
    [],
    ['PI_1', 'pi-', 'pi_', '_1', 'pi_a-b', 'pi_1/../x', 'pi_1?y="'],
  ],
  ['constructor_1 toString', [], ['constructor_1', 'toString']],
  [`ch_${'x'.repeat(251)}`, [], [`ch_${'x'.repeat(251)}`]],
])('%j has the payment ids %j and rejects %j', (text, ids, rejected) => {
  expect(parseIds(text, PAYMENT)).toEqual({ ids, rejected });
});

test.prop([fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^(cus_\w+[ ,;\n]?)*$/))])(
  'every word of any text is an id or rejected, once',
  (text) => {
    const { ids, rejected } = parseIds(text, CUSTOMER);
    const words = new Set(text.split(/[\s,;]+/).filter((word) => word !== ''));
    expect(new Set([...ids, ...rejected])).toEqual(words);
    expect(ids.length + rejected.length).toBe(words.size);
    expect(ids.every((id) => /^cus_\w{1,250}$/.test(id))).toBe(true);
  },
);

test.prop([fc.uniqueArray(fc.stringMatching(/^cus_[A-Za-z0-9]{1,20}$/))])(
  'ids joined by commas are read in their order',
  (ids) => {
    expect(parseIds(ids.join(', '), CUSTOMER)).toEqual({ ids, rejected: [] });
  },
);

const someText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('pi_1', 'pi_2', 'sub_1', 'me', ',', ';', ' ', '\n') }),
);

test.each([
  [null, 'pi_1'],
  ['', 'pi_1'],
  [' , ', 'pi_1'],
  ['pi_2', 'pi_2, pi_1'],
  ['pi_2;sub_1,\n', 'pi_2;sub_1, pi_1'],
  ['ask Bob; pi_2', 'ask Bob; pi_2, pi_1'],
  ['pi_2,pi_1 ; x', 'pi_2,pi_1 ; x'],
])('%j with pi_1 is %j', (text, expected) => {
  expect(withId(text, 'pi_1')).toBe(expected);
});

test.each([
  [null, ''],
  ['pi_1', ''],
  ['pi_2, pi_1', 'pi_2'],
  ['pi_1, pi_2', 'pi_2'],
  ['ask Bob; pi_1;pi_2\nx', 'ask Bob; pi_2\nx'],
  ['pi_1 pi_1,pi_2', 'pi_2'],
  ['pi_11, xpi_1', 'pi_11, xpi_1'],
])('%j without pi_1 is %j', (text, expected) => {
  expect(withoutId(text, 'pi_1')).toBe(expected);
});

test.prop([someText])('adding and removing an id are each done once', (text) => {
  const added = withId(text, 'pi_1');
  const removed = withoutId(text, 'pi_1');
  expect(withId(added, 'pi_1')).toBe(added);
  expect(withoutId(removed, 'pi_1')).toBe(removed);
  expect(parseIds(added, PAYMENT).ids).toContain('pi_1');
  expect(parseIds(removed, PAYMENT).ids).not.toContain('pi_1');
});

test.prop([someText])('everything else that people entered is kept', (text) => {
  const before = parseIds(text, PAYMENT);
  const others = before.ids.filter((id) => id !== 'pi_1');
  for (const after of [withId(text, 'pi_1'), withoutId(text, 'pi_1')]) {
    const { ids, rejected } = parseIds(after, PAYMENT);
    expect(ids.filter((id) => id !== 'pi_1')).toEqual(others);
    expect(rejected).toEqual(before.rejected);
  }
});

test.prop([someText])('adding and removing a new id restores the ids', (text) => {
  const before = parseIds(text, PAYMENT);
  if (before.ids.includes('pi_1')) return;
  expect(parseIds(withoutId(withId(text, 'pi_1'), 'pi_1'), PAYMENT)).toEqual(before);
});
