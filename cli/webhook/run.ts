import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FUNCTION_UIDS, WEBHOOK_EVENTS } from '@stripe-payments/core';
import { webhookSecret } from '@stripe-payments/sync';
import { readKeys, readTextFile } from '../keys.ts';

const UID = FUNCTION_UIDS.stripeWebhook;

/** Where HubSpot looks for it. */
const declarationIn = (root: string): string =>
  path.join(root, `src/app/functions/${UID}-hsmeta.json`);

/** Public, without HubSpot's login: what protects it is the secret in its URL. */
const DECLARATION = {
  uid: UID,
  type: 'app-function',
  config: {
    entrypoint: `/app/functions/dist/${UID}.js`,
    secretKeys: ['STRIPE_SECRET_KEY'],
    endpoint: { path: UID, methods: ['POST'] },
  },
};

const USAGE = [
  'Usage:',
  '  npm run webhook -- on             add the webhook to the next upload (needs Content Hub Enterprise)',
  '  npm run webhook -- off            leave it out of the next upload',
  '  npm run webhook -- url DOMAIN     print its URL and its events, with DOMAIN of your HubSpot website',
];

interface WebhookParts {
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}

const DOMAIN = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i;

function printUrl(domain: string, { environment, say }: WebhookParts): number {
  const { stripeKey } = readKeys(environment, undefined, readTextFile);
  if (stripeKey === null) {
    say('Set STRIPE_SECRET_KEY in the environment or in .env: the URL is derived from it.');
    return 1;
  }
  const secret = webhookSecret(stripeKey.value.trim());
  say('In Stripe open Developers > Webhooks, add an endpoint with this URL, and keep it secret:');
  say(`  https://${domain}/hs/serverless/${UID}?secret=${secret}`);
  say('Choose these events:');
  for (const type of WEBHOOK_EVENTS) say(`  ${type}`);
  say('A new Stripe key has a new URL: change it in Stripe after you replace the key.');
  return 0;
}

function refuse({ say }: WebhookParts): number {
  for (const line of USAGE) say(line);
  return 2;
}

/** Adds the webhook to the project, leaves it out, or prints its URL. Returns the exit code. */
export function webhook(args: readonly string[], parts: WebhookParts): number {
  const { root, say } = parts;
  const file = declarationIn(root);
  const [command, domain] = args;
  switch (command) {
    case 'on':
      writeFileSync(file, `${JSON.stringify(DECLARATION, null, 2)}\n`);
      say(
        'The webhook is part of the project. Run "npm run upload", then "npm run webhook -- url".',
      );
      return 0;
    case 'off':
      say(
        existsSync(file)
          ? 'The webhook is no longer part of the project. Run "npm run upload".'
          : 'The webhook was not part of the project.',
      );
      rmSync(file, { force: true });
      return 0;
    case 'url':
      if (domain !== undefined && DOMAIN.test(domain)) return printUrl(domain, parts);
      return refuse(parts);
    default:
      return refuse(parts);
  }
}
