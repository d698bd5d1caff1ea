import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { BuildTarget } from '../../../scripts/build/build-into.ts';
import { cardTargets, pageTargets } from '../../../scripts/build/extensions.ts';
import { functionsTarget } from '../../../scripts/build/functions.ts';
import { APP } from '../../../scripts/build/project.ts';
import { rebuild } from '../../../sandbox/dev/watch.ts';

const CARDS = [
  'company-payments',
  'contact-payments',
  'deal-payments',
  'payment-sidebar',
  'stripe-actions',
];

let targets: readonly BuildTarget[];
let built: string[] = [];

/** The real targets, which record their name instead of being built. */
beforeAll(async () => {
  const found = [await functionsTarget(), ...(await cardTargets()), ...(await pageTargets())];
  targets = found.map((target) => ({
    ...target,
    build: () => {
      built.push(target.name);
      return Promise.resolve();
    },
  }));
});

test.each([
  { file: 'cards/DealPayments.tsx', expected: ['deal-payments'] },
  { file: 'cards/deal-payments-hsmeta.json', expected: ['deal-payments'] },

  { file: 'cards/vite.config.js', expected: CARDS },
  { file: 'packages/ui/src/index.ts', expected: ['app-page', ...CARDS] },
  { file: 'pages/AppPage.tsx', expected: ['app-page'] },
  { file: 'functions/get-payments.ts', expected: ['functions'] },
  { file: 'packages/sync/src/index.ts', expected: ['functions'] },
  { file: 'packages/core/src/index.ts', expected: ['app-page', 'functions', ...CARDS] },
  { file: 'app-hsmeta.json', expected: [] },
])('an edit of $file builds $expected', async ({ file, expected }) => {
  built = [];
  const names = await rebuild(new Set([path.join(APP, file)]), () => Promise.resolve(targets));
  expect(built.toSorted()).toEqual(expected.toSorted());
  expect(names).toEqual(built);
});
