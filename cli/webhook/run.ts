import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TerminalTexts } from '@stripe-payments/core';
import { failureParagraph, FUNCTION_UIDS, WEBHOOK_EVENTS } from '@stripe-payments/core';
import type { Environment, Runtime } from '@stripe-payments/sync';
import {
  asSyncError,
  createWarmMemory,
  redact,
  requiredKey,
  webhookSecret,
} from '@stripe-payments/sync';
import type { WebhookPlan } from '@stripe-payments/sync/setup';
import { planWebhook, registerWebhook, webhookUrl, wireWebhook } from '@stripe-payments/sync/setup';
import type { ReadFile } from '../keys.ts';
import { readKeys } from '../keys.ts';
import { presentationFor } from '../presentation.ts';
import { exitCodeOf } from '../setup/exit-code.ts';

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

interface WebhookParts extends Runtime {
  readonly root: string;
  readonly timeZone: string;
  readonly readFile: ReadFile;
  readonly say: (line: string) => void;
}

interface Words {
  readonly texts: TerminalTexts;
  readonly say: (line: string) => void;
}

const DOMAIN = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i;

/** The only place where the URL is shown: a person has to paste it. */
function printUrl(domain: string, key: string, { texts, say }: Words): number {
  const { webhook } = texts.terminal;
  say(webhook.paste);
  say(`  ${webhookUrl(domain, webhookSecret(key))}`);
  say(webhook.choose);
  for (const type of WEBHOOK_EVENTS) say(`  ${type}`);
  say(webhook.newKey);
  return 0;
}

function sayPlan(plan: WebhookPlan, { texts, say }: Words): void {
  const { webhook } = texts.terminal;
  if (plan.action === 'none') {
    say(webhook.right);
  } else if (plan.action === 'create') {
    say(webhook.create(WEBHOOK_EVENTS.length));
  } else {
    const { isDisabled, missing, extra } = plan.drift;
    say(webhook.differs);
    if (plan.isOtherUrl) say(`  ${webhook.otherUrl}`);
    if (isDisabled) say(`  ${webhook.disabled}`);
    if (missing.length > 0) say(`  ${webhook.missing(missing.length, missing.join(', '))}`);
    if (extra.length > 0) say(`  ${webhook.extra(extra.length, extra.join(', '))}`);
  }
}

function sayFailure(thrown: unknown, { texts, say }: Words): number {
  const { webhook } = texts.terminal;
  const { failure, code } = asSyncError(thrown);
  switch (code) {
    case 'stripe-permission':
      say(webhook.mayNotRead);
      return 1;
    case 'stripe-write-permission':
      say(webhook.mayNotWrite);
      return 1;
    case 'wrong-mode':
      say(webhook.otherMode);
      return 2;
    default:
      say(redact(failureParagraph(failure, texts)));
      return exitCodeOf(failure);
  }
}

/** Compares Stripe's endpoint with what the app needs, and corrects it only where that was asked for. */
async function register(
  domain: string,
  isApproved: boolean,
  runtime: Runtime,
  words: Words,
): Promise<number> {
  const { webhook } = words.texts.terminal;
  try {
    const registry = wireWebhook(runtime, createWarmMemory(), domain);
    const plan = await planWebhook(registry, domain);
    sayPlan(plan, words);
    if (plan.action === 'none') return 0;
    if (!isApproved) {
      words.say(webhook.toApply);
      return 1;
    }
    await registerWebhook(registry, domain, plan);
    words.say(webhook.done);
    return 0;
  } catch (thrown) {
    return sayFailure(thrown, words);
  }
}

function switchOff(file: string, { texts, say }: Words): number {
  const { off, notOn } = texts.terminal.webhook;
  say(existsSync(file) ? off : notOn);
  rmSync(file, { force: true });
  return 0;
}

/** The keys, with the one that is for this only. */
function environmentOf({ environment, readFile }: WebhookParts): Environment {
  const setupKey = environment['STRIPE_SETUP_KEY']?.trim() ?? '';
  return {
    ...readKeys(environment, undefined, readFile).environment,
    ...(setupKey !== '' && { STRIPE_SETUP_KEY: setupKey }),
  };
}

/**
 * Adds the webhook to the project or leaves it out, registers it at Stripe, or prints its URL. Returns the
 * exit code.
 */
export async function webhook(args: readonly string[], parts: WebhookParts): Promise<number> {
  const { root, say } = parts;
  const { texts } = presentationFor(undefined, parts.environment, parts.timeZone);
  const words = { texts, say };
  const [command = '', domain = '', option, ...others] = args;
  const file = declarationIn(root);
  if (command === 'off') return switchOff(file, words);
  if (command === 'on') {
    writeFileSync(file, `${JSON.stringify(DECLARATION, null, 2)}\n`);
    say(texts.terminal.webhook.on);
    return 0;
  }
  const isApproved = command === 'register' && option === '--apply';
  const isOdd = others.length > 0 || (option !== undefined && !isApproved);
  if (!['register', 'url'].includes(command) || !DOMAIN.test(domain) || isOdd) {
    for (const line of texts.terminal.webhook.usage)
      say(line.startsWith('npm ') ? `  ${line}` : line);
    return 2;
  }
  const environment = environmentOf(parts);
  if ((environment['STRIPE_SECRET_KEY']?.trim() ?? '') === '') {
    say(texts.terminal.webhook.noKey);
    return 1;
  }
  if (command === 'register') {
    return register(domain, isApproved, { ...parts, environment }, words);
  }
  try {
    return printUrl(domain, requiredKey(environment).secretKey, words);
  } catch (thrown) {
    return sayFailure(thrown, words);
  }
}
