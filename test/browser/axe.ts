import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SERIOUS = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html }) => id + ': ' + help + ' at ' + target.join(' ') + ' ' + html.slice(0, 160)),
    ),
)`;

/** What axe-core finds serious or critical on the page as it is now, a line each. */
export async function seriousFindingsOn(page: Page): Promise<readonly string[]> {
  // As a script of its own it would need a place in the page's security policy.
  await page.evaluate(AXE);
  return page.evaluate<readonly string[]>(SERIOUS);
}
