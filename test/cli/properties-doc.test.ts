import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { propertiesDocument, PROPERTIES_DOC } from '../../cli/properties-doc.ts';

test('docs/properties.md is up to date with `npm run docs:properties`', async () => {
  expect(readFileSync(PROPERTIES_DOC, 'utf8')).toBe(await propertiesDocument());
});
