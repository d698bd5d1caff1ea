import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { z } from 'zod';
import { FUNCTIONS, ROOT, UNDECLARED_FUNCTIONS } from '../../scripts/build/project.ts';
import type { EndpointAnswer } from '../hubspot-workflows/endpoint.ts';
import { endpointAnswerSchema, endpointContext } from '../hubspot-workflows/endpoint.ts';
import { SANDBOX_PORTAL_ID } from '../world/world.ts';

const require = createRequire(import.meta.url);
const run = promisify(execFile);

/** What a terminal command prints, run with the environment that the functions have; null where it fails. */
export async function runCli(command: readonly string[]): Promise<string | null> {
  try {
    const args = ['--import', 'tsx', ...command];
    return (await run(process.execPath, args, { cwd: ROOT })).stdout;
  } catch {
    return null;
  }
}

const evaluateSchema = z.custom<(...given: readonly unknown[]) => void>(
  (evaluate) => typeof evaluate === 'function',
);

const moduleSchema = z.object({
  main: z.custom<(context: unknown) => Promise<unknown>>((main) => typeof main === 'function'),
});

/** The endpoint function as HubSpot runs it after an upload that has it. */
export async function callEndpoint(
  uid: string,
  url: string,
  body: object,
): Promise<EndpointAnswer> {
  const uploaded = path.join(FUNCTIONS, `dist/${uid}.js`);
  const file = existsSync(uploaded) ? uploaded : path.join(UNDECLARED_FUNCTIONS, `${uid}.js`);
  const module = { exports: {} };
  const code = `(function (exports, require, module) {${readFileSync(file, 'utf8')}\n})`;
  // By hand: below the root's package.json Node would take the bundle for an ES module.
  const evaluate = evaluateSchema.parse(new Script(code, { filename: file }).runInThisContext());
  evaluate(module.exports, require, module);
  const { main } = moduleSchema.parse(module.exports);
  const headers = { 'content-type': 'application/json' };
  const context = endpointContext({ url, headers, body, accountId: SANDBOX_PORTAL_ID });
  return endpointAnswerSchema.parse(await main(context));
}
