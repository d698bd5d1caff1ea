import { existsSync, rmSync } from 'node:fs';
import type { ErrorCode } from '@stripe-payments/core';
import { FUNCTION_UIDS, WEBHOOK_EVENTS } from '@stripe-payments/core';
import type { Environment, Runtime } from '@stripe-payments/sync';
import { asSyncError, createWarmMemory, requiredKey, webhookSecret } from '@stripe-payments/sync';
import type { WebhookPlan } from '@stripe-payments/sync/setup';
import { planWebhook, registerWebhook, webhookUrl, wireWebhook } from '@stripe-payments/sync/setup';
import type { EndpointParts, Words } from '../endpoint.ts';
import {
  endpointDeclaration,
  endpointFile,
  isDomain,
  isHelp,
  keysOf,
  sayError,
  sayUsage,
  writeDeclaration,
} from '../endpoint.ts';
import { presentationFor } from '../presentation.ts';

const UID = FUNCTION_UIDS.stripeWebhook;

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

/** Said of the key that is for this only, where there is one. */
function setupKeyText(code: ErrorCode, { texts }: Words): string | undefined {
  const { webhook } = texts.terminal;
  switch (code) {
    case 'stripe-permission':
    case 'stripe-write-permission':
      return webhook.setupKeyMayNot;
    case 'stripe-key-invalid':
    case 'stripe-key-wrong-kind':
      return webhook.badSetupKey;
    default:
      return undefined;
  }
}

function sayFailure(thrown: unknown, environment: Environment, words: Words): number {
  const { texts, complain } = words;
  const { webhook } = texts.terminal;
  const { code } = asSyncError(thrown);
  const ofSetupKey =
    environment['STRIPE_SETUP_KEY'] === undefined ? undefined : setupKeyText(code, words);
  if (ofSetupKey !== undefined) {
    complain(ofSetupKey);
    return 1;
  }
  switch (code) {
    case 'stripe-permission':
      complain(webhook.mayNotRead);
      return 1;
    case 'stripe-write-permission':
      complain(webhook.mayNotWrite);
      return 1;
    case 'wrong-mode':
      complain(webhook.otherMode);
      return 2;
    default:
      return sayError(thrown, words);
  }
}

interface Registering {
  readonly domain: string;
  readonly isApproved: boolean;
  /** False where Stripe would post to a function that is not part of the project. */
  readonly isInProject: boolean;
}

/** Compares Stripe's endpoint with what the app needs, and corrects it only where that was asked for. */
async function register(
  { domain, isApproved, isInProject }: Registering,
  runtime: Runtime,
  words: Words,
): Promise<number> {
  const { webhook } = words.texts.terminal;
  if (!isInProject) words.complain(webhook.notInProject);
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
    return sayFailure(thrown, runtime.environment, words);
  }
}

function switchOff(file: string, { texts, say }: Words): number {
  const { off, notOn } = texts.terminal.webhook;
  say(existsSync(file) ? off : notOn);
  rmSync(file, { force: true });
  return 0;
}

/** The keys, with the one that is for this only. */
function environmentOf(parts: EndpointParts): Environment {
  const setupKey = parts.environment['STRIPE_SETUP_KEY']?.trim() ?? '';
  return { ...keysOf(parts), ...(setupKey !== '' && { STRIPE_SETUP_KEY: setupKey }) };
}

/**
 * Adds the webhook to the project or leaves it out, registers it at Stripe, or prints its URL. Returns the
 * exit code.
 */
export async function webhook(args: readonly string[], parts: EndpointParts): Promise<number> {
  const { root, say, complain } = parts;
  const { texts } = presentationFor(undefined, parts.environment, parts.timeZone);
  const words = { texts, say, complain };
  const [command = '', domain = '', option, ...others] = args;
  const file = endpointFile(root, UID);
  const { usage } = texts.terminal.webhook;
  if (isHelp(args)) return sayUsage(usage, args, words);
  if (command === 'off') return switchOff(file, words);
  if (command === 'on') {
    writeDeclaration(file, endpointDeclaration(UID));
    say(texts.terminal.webhook.on);
    return 0;
  }
  const isApproved = command === 'register' && option === '--apply';
  const isOdd = others.length > 0 || (option !== undefined && !isApproved);
  if (!['register', 'url'].includes(command) || !isDomain(domain) || isOdd) {
    return sayUsage(usage, args, words);
  }
  const environment = environmentOf(parts);
  if ((environment['STRIPE_SECRET_KEY']?.trim() ?? '') === '') {
    complain(texts.terminal.webhook.noKey);
    return 1;
  }
  if (command === 'register') {
    const isInProject = existsSync(file);
    return register({ domain, isApproved, isInProject }, { ...parts, environment }, words);
  }
  try {
    return printUrl(domain, requiredKey(environment).secretKey, words);
  } catch (thrown) {
    return sayError(thrown, words);
  }
}
