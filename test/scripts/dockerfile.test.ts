import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/build/project.ts';
import type { FunctionsWorld } from '../functions/harness.ts';
import { startFunctionsWorld } from '../functions/harness.ts';

const run = promisify(execFile);
const dockerfile = readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'image-'));
let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
  // As the image is built, but for `npm ci`.
  const [, command = ''] = /&& (npx esbuild [^]*?)\n\n/.exec(dockerfile) ?? [];
  const here = command.replace('/out/', `${folder}/`);
  await run('sh', ['-c', here], { cwd: ROOT });
});
afterAll(() => world.close());

/** With nothing but what `docker run --env-file` gives, in a folder without the project. */
async function runImage(environment: Readonly<Record<string, string>>) {
  const file = path.join(folder, 'catch-up.mjs');
  const options = { cwd: folder, env: environment };
  try {
    const { stdout } = await run(process.execPath, [file, '--since', '5m', '--json'], options);
    return { code: 0, stdout, stderr: '' };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test('the one file of the image runs a catch-up without the project', async () => {
  const { code, stdout } = await runImage(world.environment);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  expect(code).toBe(0);
});

test('without keys it says which are missing', async () => {
  const { code, stderr } = await runImage({});
  expect(stderr).toContain('HUBSPOT_ACCESS_TOKEN');
  expect(code).toBe(2);
});

test('the image has no root user and no sources, and what is copied into its build has no keys', () => {
  const [, last = ''] = dockerfile.split(/^FROM .* AS build$/m);
  const image = last.slice(last.indexOf('FROM '));
  expect(image).toMatch(/^USER node$/m);
  expect(image.match(/^COPY .*$/gm)).toEqual([
    'COPY --from=build /out/catch-up.mjs /app/catch-up.mjs',
  ]);
  const ignored = readFileSync(path.join(ROOT, '.dockerignore'), 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.env', '**/.env', '**/.env.*', '.git']));
});
