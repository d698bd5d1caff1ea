import { describe, expect, it } from 'vitest';
import { readSdkComponentNames } from '../../../sandbox/dev-server/record-page-build.ts';
import { shortSize } from '../../../sandbox/record-page/components/kit.ts';
import { declaredNames } from '../../../sandbox/record-page/extension-host/crm-api.ts';

describe('declaredNames', () => {
  it.each([
    { declared: null, names: ['a', 'b'], expected: ['a', 'b'] },
    { declared: [], names: ['a'], expected: [] },
    { declared: [['a', 'b']], names: ['b', 'a'], expected: ['b', 'a'] },
    { declared: [['a', 'b']], names: ['a'], expected: [] },
    { declared: [['a'], ['a', 'b']], names: ['a', 'b', 'c'], expected: ['a', 'b'] },
  ])('gives $expected of $names when $declared is declared', ({ declared, names, expected }) => {
    expect(declaredNames(declared, names)).toEqual(expected);
  });
});

describe('shortSize', () => {
  it('knows both names of a size and falls back for a wrong one', () => {
    const sizes = [shortSize('extra-small', 'md'), shortSize('xs', 'md'), shortSize('huge', 'md')];
    expect(sizes).toEqual(['xs', 'xs', 'md']);
  });
});

describe('the SDK’s component names', () => {
  it('include compound parts and those whose export shares a line with a comment', async () => {
    const names = await readSdkComponentNames();
    expect(names).toEqual(expect.arrayContaining(['Alert', 'DropdownButtonItem', 'Inline']));
    expect(names.length).toBeGreaterThan(90);
    expect(new Set(names).size).toBe(names.length);
  });
});
