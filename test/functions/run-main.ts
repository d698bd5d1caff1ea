import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import type { ACTING_UIDS, FUNCTION_UIDS } from '@stripe-payments/core';
import { webhookSecret } from '@stripe-payments/sync';
import { vi } from 'vitest';
import { FUNCTIONS, UNDECLARED_FUNCTIONS } from '../../scripts/build/project.ts';
import { fetchStraight } from './straight.ts';
import { VirtualTime } from './virtual-time.ts';

export type FunctionUid =
  | (typeof FUNCTION_UIDS)[keyof typeof FUNCTION_UIDS]
  | (typeof ACTING_UIDS)[keyof typeof ACTING_UIDS];
export type Environment = Readonly<Record<string, string>>;
export type Main = (context: unknown) => Promise<unknown>;

/** One for all worlds of a worker: the bundles keep nothing of it but what is under way. */
export const VIRTUAL_TIME = new VirtualTime(fetchStraight);

/** The demo's moment, in milliseconds since the epoch: no test may depend on the day on which it runs. */
export const NOW_MS = Date.parse('2026-11-22T12:00:00Z');

let readings = 0;

/** Goes on from the demo's moment, a millisecond a reading. */
export const demoNowMs = (): number => {
  readings += 1;
  return NOW_MS + readings;
};

/** The moment that the functions believe it is: the demo's, or a stand-in's. */
export const FUNCTION_CLOCK = { nowMs: demoNowMs };

class FunctionDate extends Date {
  static override now(): number {
    return FUNCTION_CLOCK.nowMs();
  }
}

const OWN_GLOBALS = {
  Date: FunctionDate,
  setTimeout: VIRTUAL_TIME.setTimeout,
  clearTimeout: VIRTUAL_TIME.clearTimeout,
  performance: { now: VIRTUAL_TIME.nowMs },
  fetch: VIRTUAL_TIME.fetch,
  Math,
};

type Evaluate = (exports: object, require: NodeJS.Require, ...globals: unknown[]) => void;

/** Compiled bundles by their files. */
const compiled = new Map<string, Evaluate>();

function compile(file: string): Evaluate {
  const parameters = ['exports', 'require', ...Object.keys(OWN_GLOBALS), 'module'];
  const code = `(function (${parameters.join(', ')}) {${readFileSync(file, 'utf8')}\n})`;
  return new Script(code, { filename: file }).runInThisContext() as Evaluate;
}

/** The function as HubSpot loads it: the built bundle, as a fresh process would, with a time of its own. */
export function loadMain(uid: FunctionUid, own: Partial<typeof OWN_GLOBALS> = {}): Main {
  const uploaded = path.join(FUNCTIONS, 'dist', `${uid}.js`);
  const file = existsSync(uploaded) ? uploaded : path.join(UNDECLARED_FUNCTIONS, `${uid}.js`);
  const evaluate = compiled.get(file) ?? compile(file);
  compiled.set(file, evaluate);
  const module = { exports: {} as { readonly main: Main } };
  const globals = Object.values({ ...OWN_GLOBALS, ...own });
  evaluate(module.exports, createRequire(file), ...globals, module);
  return module.exports.main;
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
  const key = environment['STRIPE_SECRET_KEY'];
  // That of the webhook's URL is derived from the key.
  const secrets = [
    key,
    environment['STRIPE_WRITE_KEY'],
    environment['PRIVATE_APP_ACCESS_TOKEN'],
    key && webhookSecret(key),
  ];
  for (const secret of secrets) {
    if (secret === undefined || secret.length < 8) continue;
    if ([text, ...consoleLines].some((output) => output.includes(secret))) {
      throw new Error('A credential was told in a reply or in the log.');
    }
  }
}

const CONFIGURING = [
  'STRIPE_SECRET_KEY',
  'STRIPE_WRITE_KEY',
  'PRIVATE_APP_ACCESS_TOKEN',
  'STRIPE_API_BASE_URL',
  'HUBSPOT_API_BASE_URL',
  'PRINT_ERRORS',
  'DEMO_ACTIONS',
];

/** Replaces what configures the functions; the returned function restores what was there. */
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
