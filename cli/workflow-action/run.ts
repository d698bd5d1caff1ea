import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { FUNCTION_UIDS, languageOf, workflowActionDeclaration } from '@stripe-payments/core';
import type { Environment } from '@stripe-payments/sync';
import { endpointSecret, requiredKey } from '@stripe-payments/sync';
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

const UID = FUNCTION_UIDS.syncAction;

/** Where HubSpot looks for it. Git ignores it: it holds the URL with its secret. */
const actionFile = (root: string): string =>
  path.join(root, 'src/app/workflow-actions/sync-payments-hsmeta.json');

/** @throws {SyncError} where there is no key, or one that is no secret or restricted key. */
function declarationFor(domain: string, environment: Environment): object {
  const url = new URL(`https://${domain}/hs/serverless/${UID}`);
  url.searchParams.set('secret', endpointSecret(requiredKey(environment).secretKey, UID));
  return workflowActionDeclaration(url.href, languageOf(environment['ACCOUNT_LANGUAGE']));
}

function add(declaration: object, root: string, { texts, say }: Words): number {
  const { workflowAction: labels } = texts.terminal;
  const action = actionFile(root);
  writeDeclaration(endpointFile(root, UID), endpointDeclaration(UID));
  writeDeclaration(action, declaration);
  say(labels.on);
  say(labels.holdsSecret(path.relative(root, action)));
  say(labels.newKey);
  return 0;
}

function remove(root: string, { texts, say }: Words): number {
  const { off, notOn } = texts.terminal.workflowAction;
  const action = actionFile(root);
  say(existsSync(action) ? off : notOn);
  for (const file of [endpointFile(root, UID), action]) rmSync(file, { force: true });
  return 0;
}

/** Adds the workflow action to the project, or leaves it out. Returns the exit code. */
export function workflowAction(args: readonly string[], parts: EndpointParts): number {
  const { root, say, complain } = parts;
  const { texts } = presentationFor(undefined, parts.environment, parts.timeZone);
  const words = { texts, say, complain };
  const { usage, noKey } = texts.terminal.workflowAction;
  const [command = '', domain = '', ...others] = args;
  if (isHelp(args) || others.length > 0) return sayUsage(usage, args, words);
  if (command === 'off' && domain === '') return remove(root, words);
  if (!['on', 'print'].includes(command) || !isDomain(domain)) return sayUsage(usage, args, words);
  const environment = keysOf(parts);
  if ((environment['STRIPE_SECRET_KEY']?.trim() ?? '') === '') {
    complain(noKey);
    return 1;
  }
  try {
    const declaration = declarationFor(domain, environment);
    if (command === 'on') return add(declaration, root, words);
    say(JSON.stringify(declaration));
    return 0;
  } catch (thrown) {
    return sayError(thrown, words);
  }
}
