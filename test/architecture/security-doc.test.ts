import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './sources.ts';

const text = readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8');

/** Paths of the repository in code spans. */
const pathsIn = (part: string): readonly string[] =>
  [...part.matchAll(/`((?:test|src|docs|sandbox)\/[^`\s]+|[\w.]+\.config\.js)`/g)].map(
    ([, file = '']) => file,
  );

const sections = text.split(/^## /m).slice(1);

test('every file that docs/security.md names exists', () => {
  const named = pathsIn(text);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

test.each(sections.map((section) => [section.split('\n', 1).join(''), section]))(
  'the section "%s" names the tests that show it',
  (title, section) => {
    if (title === 'Assets') return;
    const tests = pathsIn(section).filter((file) => file.endsWith('.test.ts'));
    expect(tests.length).toBeGreaterThan(0);
  },
);

test('every threat says what remains', () => {
  const threats = sections.filter((section) => section.includes('**Protection**'));
  expect(threats.length).toBeGreaterThanOrEqual(4);
  for (const threat of threats) expect(threat).toContain('**What remains**');
});
