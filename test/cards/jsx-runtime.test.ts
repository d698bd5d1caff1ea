import { Fragment, jsx, jsxs } from '@stripe-payments/ui/jsx-runtime';
import * as react from 'react/jsx-runtime';
import { expect, test } from 'vitest';

const Part = () => null;

const shown = ({ type, key, props }: { type: unknown; key: unknown; props: unknown }) => ({
  type,
  key,
  props,
});

test.each([
  ['without children', { title: 'Net' }, undefined],
  ['with a child', { children: 'Net' }, undefined],
  ['with several children', { title: 'Net', children: ['$', 20, null] }, undefined],
  ['with a key', { children: 'Net' }, 'net'],
  ['with an empty key', { children: 'Net' }, ''],
  ['with a number as key', {}, 0],
])('an element %s is that of React', (_, props, key) => {
  const element = shown(react.jsx(Part, props, key));
  expect(shown(jsx(Part, props, key))).toEqual(element);
  expect(shown(jsxs(Part, props, key))).toEqual(element);
  expect(props).not.toHaveProperty('key');
});

test('a fragment is that of React', () => {
  expect(Fragment).toBe(react.Fragment);
});
