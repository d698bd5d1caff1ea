import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TerminalTexts } from '@stripe-payments/core';
import { failureParagraph } from '@stripe-payments/core';
import type { Environment, Runtime } from '@stripe-payments/sync';
import { asSyncError, redact } from '@stripe-payments/sync';
import type { ReadFile } from './keys.ts';
import { readKeys } from './keys.ts';
import { exitCodeOf } from './setup/exit-code.ts';

/** What a command for an endpoint function takes from outside. */
export interface EndpointParts extends Runtime {
  readonly root: string;
  readonly timeZone: string;
  readonly readFile: ReadFile;
  readonly say: (line: string) => void;
  /** On standard error. */
  readonly complain: (line: string) => void;
}

export interface Words extends Pick<EndpointParts, 'say' | 'complain'> {
  readonly texts: TerminalTexts;
}

const DOMAIN = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i;

/** A domain without scheme and path, such as `www.example.com`. */
export const isDomain = (text: string): boolean => DOMAIN.test(text);

/** Public, without HubSpot's login: what protects it is the secret in its URL. */
export const endpointDeclaration = (uid: string): object => ({
  uid,
  type: 'app-function',
  config: {
    entrypoint: `/app/functions/dist/${uid}.js`,
    secretKeys: ['STRIPE_SECRET_KEY'],
    endpoint: { path: uid, methods: ['POST'] },
  },
});

/** Where HubSpot looks for it. */
export const endpointFile = (root: string, uid: string): string =>
  path.join(root, `src/app/functions/${uid}-hsmeta.json`);

const onOneLine = (list: string): string =>
  list
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .replace('[ ', '[')
    .replace(' ]', ']');

/** As the project's formatter leaves it: a list of texts is one line. */
export const declarationText = (declaration: object): string =>
  `${JSON.stringify(declaration, null, 2).replace(/\[[^[\]{}]*\]/g, onOneLine)}\n`;

export function writeDeclaration(file: string, declaration: object): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, declarationText(declaration));
}

export const isHelp = (args: readonly string[]): boolean =>
  args.some((arg) => arg === '--help' || arg === '-h');

/**
 * Commands are indented below their heading. Returns the exit code: 0 where help was asked for; what was called
 * wrongly has it on standard error.
 */
export function sayUsage(
  usage: readonly string[],
  args: readonly string[],
  { say, complain }: Pick<Words, 'say' | 'complain'>,
): number {
  const print = isHelp(args) ? say : complain;
  for (const line of usage) print(line.startsWith('npm ') ? `  ${line}` : line);
  return isHelp(args) ? 0 : 2;
}

/** The keys from the environment, then from the files that setup reads. */
export const keysOf = ({ environment, readFile }: EndpointParts): Environment =>
  readKeys(environment, undefined, readFile).environment;

/** Returns the exit code. */
export function sayError(thrown: unknown, { texts, complain }: Words): number {
  const { failure } = asSyncError(thrown);
  complain(redact(failureParagraph(failure, texts)));
  return exitCodeOf(failure);
}
