import { parseIds } from '@stripe-payments/core';
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
  'ids that were joined by commas come back in their order',
  (ids) => {
    expect(parseIds(ids.join(', '), CUSTOMER)).toEqual({ ids, rejected: [] });
  },
);
