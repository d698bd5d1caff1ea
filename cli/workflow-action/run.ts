import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FUNCTION_UIDS, languageOf, workflowActionDeclaration } from '@stripe-payments/core';
import { endpointSecret } from '@stripe-payments/sync';
import { readKeys, readTextFile } from '../keys.ts';

const UID = FUNCTION_UIDS.syncAction;

/** Public, without HubSpot's login: what protects it is the secret in its URL. */
const ENDPOINT = {
  uid: UID,
  type: 'app-function',
  config: {
    entrypoint: `/app/functions/dist/${UID}.js`,
    secretKeys: ['STRIPE_SECRET_KEY'],
    endpoint: { path: UID, methods: ['POST'] },
  },
};

/** Where HubSpot looks for them. Git ignores the action: it holds the URL with its secret. */
const filesIn = (root: string) => ({
  endpoint: path.join(root, `src/app/functions/${UID}-hsmeta.json`),
  action: path.join(root, 'src/app/workflow-actions/sync-payments-hsmeta.json'),
});

const USAGE = [
  'Usage:',
  '  npm run workflow-action -- on DOMAIN     add the workflow action to the next upload, with DOMAIN of your',
  '                                           HubSpot website (needs Content Hub Enterprise)',
  '  npm run workflow-action -- off           leave it out of the next upload',
  '  npm run workflow-action -- print DOMAIN  print its declaration only; it has the secret',
];

export interface WorkflowActionParts {
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}

const DOMAIN = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i;

function writeJson(file: string, content: object): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** Undefined where there is no Stripe key. */
function declarationFor(
  domain: string,
  environment: WorkflowActionParts['environment'],
): object | undefined {
  const keys = readKeys(environment, undefined, readTextFile);
  if (keys.stripeKey === null) return undefined;
  const url = new URL(`https://${domain}/hs/serverless/${UID}`);
  url.searchParams.set('secret', endpointSecret(keys.stripeKey.value.trim(), UID));
  return workflowActionDeclaration(url.href, languageOf(keys.environment['ACCOUNT_LANGUAGE']));
}

function add(declaration: object, { root, say }: WorkflowActionParts): number {
  const { endpoint, action } = filesIn(root);
  writeJson(endpoint, ENDPOINT);
  writeJson(action, declaration);
  say('The workflow action is part of the project. Run "npm run upload".');
  say(`${path.relative(root, action)} holds a URL with a secret: git ignores it, keep it private.`);
  say('A new Stripe key has a new URL: run this again after you replace the key, then upload.');
  return 0;
}

function remove({ root, say }: WorkflowActionParts): number {
  const { endpoint, action } = filesIn(root);
  say(
    existsSync(action)
      ? 'The workflow action is no longer part of the project. Run "npm run upload".'
      : 'The workflow action was not part of the project.',
  );
  for (const file of [endpoint, action]) rmSync(file, { force: true });
  return 0;
}

/** Adds the workflow action to the project, or leaves it out. Returns the exit code. */
export function workflowAction(args: readonly string[], parts: WorkflowActionParts): number {
  const { environment, say } = parts;
  const [command, domain] = args;
  if (command === 'off') return remove(parts);
  const isKnown = command === 'on' || command === 'print';
  if (!isKnown || domain === undefined || !DOMAIN.test(domain)) {
    for (const line of USAGE) say(line);
    return 2;
  }
  const declaration = declarationFor(domain, environment);
  if (declaration === undefined) {
    say('Set STRIPE_SECRET_KEY in the environment or in .env: the URL is derived from it.');
    return 1;
  }
  if (command === 'on') return add(declaration, parts);
  say(JSON.stringify(declaration));
  return 0;
}
