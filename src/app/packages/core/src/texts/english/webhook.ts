import { countingIn } from '../counting.ts';

const { counted } = countingIn('en');

const events = (count: number): string =>
  counted(count, { one: 'event type', other: 'event types' });

/** Texts of `npm run workflow-action`. */
export const workflowAction = {
  usage: [
    'Usage:',
    'npm run workflow-action -- on DOMAIN     add the workflow action to the next upload (needs Content Hub Enterprise)',
    'npm run workflow-action -- off           leave it out of the next upload',
    'npm run workflow-action -- print DOMAIN  print its declaration only; it has the secret',
    'DOMAIN is that of your HubSpot website, such as www.example.com.',
  ],
  on: 'The workflow action is part of the project. Run `npm run upload`.',
  holdsSecret: (file: string) =>
    `${file} holds a URL with a secret: git ignores it, keep it private.`,
  newKey:
    'A new Stripe key has a new URL: run this again after you replace the key, then run `npm run upload`.',
  off: 'The workflow action is no longer part of the project. Run `npm run upload`.',
  notOn: 'The workflow action was not part of the project.',
  noKey: 'Set STRIPE_SECRET_KEY in the environment or in .env: the URL is derived from it.',
};

/** Texts of `npm run webhook`. */
export const webhook = {
  usage: [
    'Usage:',
    'npm run webhook -- on                       add the webhook to the next upload (needs Content Hub Enterprise)',
    'npm run webhook -- off                      leave it out of the next upload',
    'npm run webhook -- register DOMAIN          compare the endpoint in Stripe with what the app needs',
    'npm run webhook -- register DOMAIN --apply  create or correct it (needs write access to Webhook Endpoints)',
    'npm run webhook -- url DOMAIN               print the URL and the events, to paste into Stripe',
    'DOMAIN is that of your HubSpot website, such as www.example.com.',
  ],
  on: 'The webhook is part of the project. Run `npm run upload`, then `npm run webhook -- register DOMAIN`.',
  off: 'The webhook is no longer part of the project. Run `npm run upload`. If Stripe has an endpoint for it, delete it there.',
  notOn: 'The webhook was not part of the project.',
  noKey: 'Set STRIPE_SECRET_KEY in the environment or in .env: the URL is derived from it.',
  paste:
    'In Stripe open Developers > Webhooks, add an endpoint with this URL, and keep the URL secret:',
  choose: 'Choose these events:',
  newKey: 'A new Stripe key has a new URL: run this again after you replace the key.',
  right: 'Stripe has the endpoint with the right URL and exactly the needed events.',
  create: (count: number) =>
    `Stripe has no endpoint for this app. It will be created with ${events(count)}.`,
  differs: 'The endpoint in Stripe differs:',
  otherUrl: 'Its URL has another domain or the secret of another key: it will be replaced.',
  disabled: "It's disabled: it will be enabled.",
  missing: (count: number, names: string) => `${events(count)} missing: ${names}`,
  extra: (count: number, names: string) => `${events(count)} not needed: ${names}`,
  toApply: 'Nothing was changed. Run it again with --apply.',
  done: 'Done. Stripe has the endpoint with exactly the needed events.',
  mayNotRead:
    "This Stripe key can't read webhook endpoints, which is fine. Run `npm run webhook -- url DOMAIN` and paste the URL and the events into Stripe, or set STRIPE_SETUP_KEY to a key with write access to Webhook Endpoints: it's used for this only.",
  mayNotWrite:
    "This Stripe key can't write webhook endpoints, so nothing was changed. Run `npm run webhook -- url DOMAIN` and paste the URL and the events into Stripe, or set STRIPE_SETUP_KEY to a key with write access to Webhook Endpoints: it's used for this only.",
  setupKeyMayNot:
    'The key in STRIPE_SETUP_KEY has no write access to Webhook Endpoints, so nothing was changed. Give it that access in Stripe, or run `npm run webhook -- url DOMAIN` and paste the URL and the events into Stripe.',
  badSetupKey:
    "Stripe doesn't accept the key in STRIPE_SETUP_KEY. Set it to a key of the same account with write access to Webhook Endpoints, or remove it and run `npm run webhook -- url DOMAIN`.",
  notInProject:
    "The webhook isn't part of this project, so Stripe's events would reach nothing. Run `npm run webhook -- on`, then `npm run upload`.",
  otherMode: 'STRIPE_SETUP_KEY and STRIPE_SECRET_KEY must both be live keys, or both test keys.',
};
