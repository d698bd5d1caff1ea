import { expect, test } from 'vitest';
import { portIn } from '../../../sandbox/dev/connections.ts';

test.each([
  [undefined, 5180],
  ['', 5180],
  ['8080', 8080],
  ['abc', undefined],
  ['0', 0],
  ['70000', undefined],
  ['80.5', undefined],
])('PORT %j is the port %j', (text, port) => {
  expect(portIn({ PORT: text }, 5180)).toBe(port);
});
