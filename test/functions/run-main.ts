import Module, { createRequire } from 'node:module';
import path from 'node:path';
import type { FUNCTION_UIDS } from '@stripe-payments/core';
import { vi } from 'vitest';
import { FUNCTIONS } from '../../scripts/build/project.ts';

export type FunctionUid = (typeof FUNCTION_UIDS)[keyof typeof FUNCTION_UIDS];
export type Environment = Readonly<Record<string, string>>;
export type Main = (context: unknown) => Promise<unknown>;

const require = createRequire(import.meta.url);

/** The function as HubSpot loads it: the built bundle, as a fresh process would. */
export function loadMain(uid: FunctionUid): Main {
  const file = path.join(FUNCTIONS, 'dist', `${uid}.js`);
  Reflect.deleteProperty(require.cache, file);
  const { main } = require(file) as { main: Main };
  releaseModule(file);
  return main;
}

/** Node keeps each loaded module among the children of the one that required it: 3 MB for every load. */
function releaseModule(file: string): void {
  const loaded = require.cache[file];
  const parent: unknown = loaded && Reflect.get(loaded, 'parent');
  if (parent instanceof Module) parent.children = parent.children.filter((each) => each !== loaded);
}

/** What the functions wrote to their log, which is the console's, since the file began. */
export const consoleLines: string[] = [];

/** Each test file has a console of its own (`hooks.ts`). */
export function captureConsole(): void {
  consoleLines.length = 0;
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...words: readonly unknown[]) => {
      consoleLines.push(words.map(String).join(' '));
    });
  }
}

/** Holds for every call of every test: neither a reply nor a line of the log tells a credential. */
function assertTellsNoSecret(text: string, environment: Environment): void {
  const secrets = [environment['STRIPE_SECRET_KEY'], environment['PRIVATE_APP_ACCESS_TOKEN']];
  for (const secret of secrets) {
    if (secret === undefined || secret.length < 8) continue;
    if ([text, ...consoleLines].some((told) => told.includes(secret))) {
      throw new Error('A credential was told in a reply or in the log.');
    }
  }
}

const CONFIGURING = [
  'STRIPE_SECRET_KEY',
  'PRIVATE_APP_ACCESS_TOKEN',
  'STRIPE_API_BASE_URL',
  'HUBSPOT_API_BASE_URL',
];

/** Replaces what configures the functions; the answer puts back what was there. */
export function setEnvironment(environment: Environment): () => void {
  const before = CONFIGURING.map((name) => [name, process.env[name]] as const);
  const put = (name: string, value: string | undefined): void => {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  };
  for (const name of CONFIGURING) put(name, environment[name]);
  return () => {
    for (const [name, value] of before) put(name, value);
  };
}

/** Runs a function's `main` on an environment. It reads its variables before it first waits. */
export async function runMain(
  main: Main,
  environment: Environment,
  context: unknown,
): Promise<unknown> {
  const restore = setEnvironment(environment);
  const running = main(context);
  restore();
  const text = JSON.stringify(await running);
  assertTellsNoSecret(text, environment);
  return JSON.parse(text) as unknown;
}
