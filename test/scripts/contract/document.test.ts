import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readAssumptions } from '../../../scripts/contract/document.ts';
import { HUBSPOT_CHECKS, STRIPE_CHECKS } from '../../../scripts/contract/platforms.ts';
import { NOT_MODELLED } from '../../../scripts/contract/sandbox/not-modelled.ts';

const ROWS = readAssumptions();
const APP = path.resolve(import.meta.dirname, '../../../src/app');

const idsOf = (isIncluded: (row: (typeof ROWS)[number]) => boolean): readonly string[] =>
  ROWS.filter(isIncluded).map(({ id }) => id);

test('each row that a program can check has a check, and each check a row', () => {
  const checked = Object.keys({ ...STRIPE_CHECKS, ...HUBSPOT_CHECKS });
  expect(checked.toSorted()).toEqual(
    idsOf(({ uncheckable }) => uncheckable === undefined).toSorted(),
  );
});

test('an id is given once, and begins with its platform', () => {
  const ids = idsOf(() => true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(idsOf(({ id, platform }) => !id.startsWith(`${platform.toLowerCase()}-`))).toEqual([]);
});

test('a row without a check says why', () => {
  expect(idsOf(({ uncheckable }) => uncheckable === '')).toEqual([]);
});

test('what the stand-ins do not model is listed as rows', () => {
  const ids = new Set(idsOf(() => true));
  expect(Object.keys(NOT_MODELLED).filter((id) => !ids.has(id))).toEqual([]);
});

const folderOf = (name: string): string => {
  const [first = '', ...rest] = name.split('/');
  if (first === 'cli') return path.join(APP, '..', '..', name);
  const isPackage = first === 'core' || first === 'sync';
  return isPackage ? path.join(APP, 'packages', first, 'src', ...rest) : path.join(APP, name);
};

test('each row names folders that are there', () => {
  const missing = ROWS.filter(({ where }) => where !== 'planned').flatMap(({ id, where }) => {
    const named = [...where.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    if (named.length === 0) return [`${id} names none`];
    return named.filter((name) => !existsSync(folderOf(name))).map((name) => `${id}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test.each([
  ['a cell too few', '| `stripe-x` | assumed | otherwise | yes |'],
  ['neither a check nor a reason', '| `stripe-x` | assumed | otherwise | `sync` | perhaps |'],
])('refuses a row with %s', (_, line) => {
  expect(() => readAssumptions(`## Stripe\n\n${line}`)).toThrow('stripe-x');
});
