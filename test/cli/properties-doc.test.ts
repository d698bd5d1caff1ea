import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { propertiesDocument, PROPERTIES_DOC } from '../../cli/properties-doc.ts';

test('docs/properties.md is what `npm run docs:properties` makes', async () => {
  expect(readFileSync(PROPERTIES_DOC, 'utf8')).toBe(await propertiesDocument());
});
