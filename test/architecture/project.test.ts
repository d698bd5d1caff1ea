import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shouldIgnoreFile } from '@hubspot/local-dev-lib/ignoreRules';
import { translate } from '@hubspot/project-parsing-lib/translate';
import { FUNCTION_UIDS, REQUIRED_SCOPES } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { actionMetas, cardMetas, functionMetas, pageMetas } from '../../scripts/build/project.ts';
import { checkProject } from '../../scripts/upload/check-project.ts';
import { ROOT } from './sources.ts';

const SRC = path.join(ROOT, 'src');

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

/** What `npm run actions`, `npm run webhook` and `npm run workflow-action` add to a project. */
const ADDED_BY_COMMANDS: readonly string[] = [
  'APP_FUNCTION request-payment',
  'APP_FUNCTION manage-billing',
  'CARD stripe-actions',
  'APP_FUNCTION stripe-webhook',
  'APP_FUNCTION sync-action',
  'WORKFLOW_ACTION sync-stripe-payments',
];

const isActing = (uid: string): boolean => uid === 'request-payment' || uid === 'manage-billing';

test("HubSpot's own parser accepts the project and skips none of its files", async () => {
  const { platformVersion } = z
    .object({ platformVersion: z.string() })
    .parse(readJson('hsproject.json'));
  const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
    { projectSourceDir: SRC, platformVersion },
    { skipValidation: true },
  );
  expect(skippedHsMetaFiles).toEqual([]);
  const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
  const components = nodes.map(({ uid, componentType }) => `${componentType} ${uid}`).sort();
  expect(components.filter((name) => !ADDED_BY_COMMANDS.includes(name))).toEqual([
    'APPLICATION stripe_payments_app',
    'APP_FUNCTION apply-setup',
    'APP_FUNCTION check-health',
    'APP_FUNCTION check-setup',
    'APP_FUNCTION get-payment',
    'APP_FUNCTION get-payments',
    'APP_FUNCTION link-payments',
    'APP_FUNCTION preview-sync',
    'APP_FUNCTION sync-payments',
    'APP_FUNCTION sync-range',
    'CARD company-payments',
    'CARD contact-payments',
    'CARD deal-payments',
    'CARD payment-sidebar',
    'CRM_BULK_ACTION sync-selected',
    'PAGE app-page',
    // The parser's own component for functions/package.json.
    'SERVERLESS_PACKAGE hubspot-serverless-package-uid',
  ]);
});

test("the upload runs HubSpot's lint rules wherever something is drawn", async () => {
  const { uiFolders } = await checkProject(ROOT, undefined);
  expect(uiFolders).toEqual(['src/app/actions', 'src/app/cards', 'src/app/pages']);
});

test('every declared function, card, page and action has its entry point', () => {
  const entryPoints = [...functionMetas(), ...cardMetas(), ...pageMetas(), ...actionMetas()].map(
    ({ config }) => config.entrypoint,
  );
  expect(entryPoints.filter((file) => !existsSync(path.join(SRC, file)))).toEqual([]);
});

test('the contract names the functions that the project declares, and the endpoints, which are added by commands', () => {
  const { stripeWebhook, syncAction } = FUNCTION_UIDS;
  const uids = functionMetas().map(({ uid }) => uid);
  // What acts at Stripe has a contract of its own.
  const declared = new Set([...uids, stripeWebhook, syncAction].filter((uid) => !isActing(uid)));
  expect(Object.values(FUNCTION_UIDS).toSorted()).toEqual([...declared].toSorted());
});

test('the setup checks the scopes that the app requires', () => {
  const { config } = z
    .object({ config: z.object({ auth: z.object({ requiredScopes: z.array(z.string()) }) }) })
    .parse(readJson('src/app/app-hsmeta.json'));
  expect(REQUIRED_SCOPES.map(({ name }) => name)).toEqual(config.auth.requiredScopes);
});

test('functions ask for the Stripe key and leave the injected token alone', () => {
  for (const { uid, config } of functionMetas()) {
    const writing = isActing(uid) ? ['STRIPE_WRITE_KEY'] : [];
    expect(config.secretKeys, uid).toEqual(['STRIPE_SECRET_KEY', ...writing]);
  }
});

test('functions are loaded as CommonJS', () => {
  const { type } = z
    .object({ type: z.string().optional() })
    .parse(readJson('src/app/functions/package.json'));
  expect(type).not.toBe('module');
});

test.each([
  ['app/functions/dist/sync-payments.js', false],
  ['app/cards/DealPayments.tsx', false],
  ['app/actions/SyncSelected.tsx', false],
  ['app/packages/core/src/index.ts', false],
  ['app/functions/.env', true],
  ['app/packages/sync/node_modules/stripe/package.json', true],
])('upload treats %s as ignored: %s', (file, isIgnored) => {
  expect(shouldIgnoreFile(path.join(SRC, file), true)).toBe(isIgnored);
});

test('what is uploaded has exact versions, and what is drawn the React of the SDK', () => {
  const dependencies = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });
  for (const name of ['actions', 'cards', 'pages', 'functions', 'packages/core', 'packages/sync']) {
    const manifest = dependencies.parse(readJson(`src/app/${name}/package.json`));
    for (const version of Object.values(manifest.dependencies)) {
      expect(version).toMatch(/^(?:\d+\.\d+\.\d+|file:.+)$/);
    }
  }
  for (const name of ['actions', 'cards', 'pages']) {
    const { dependencies: used } = dependencies.parse(readJson(`src/app/${name}/package.json`));
    expect(used['react']).toBe('18.3.1');
  }
});
