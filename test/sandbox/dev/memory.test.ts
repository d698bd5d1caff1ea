import { createRequire } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FUNCTIONS } from '../../../scripts/build/project.ts';
import { startExecutor } from '../../../sandbox/runtime/executor.ts';

const CALLS = 40;
/** Without the release of modules it is 2.5 MB a call. */
const MAX_GROWTH_MB = 40;

const SLOW = { timeout: 120_000 };

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1_048_576;
}

/** The modules of a function that its executor still holds. */
function heldModules(file: string): number {
  const loaded = createRequire(import.meta.url).cache[file];
  const executor = loaded && (Reflect.get(loaded, 'parent') as NodeJS.Module | null);
  return executor?.children.filter(({ filename }) => filename === file).length ?? 0;
}

test('a function that is called often leaves one loaded module behind', SLOW, async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const executor = await startExecutor({
    hubspotUrl: 'http://127.0.0.1:1',
    portalId: 1,
    log: () => undefined,
  });
  onTestFinished(() => executor.close());
  const call = async (): Promise<void> => {
    const response = await fetch(`${executor.url}/action/function/1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ serverlessFunction: 'get-payments', parameters: {} }),
    });
    expect(await response.json()).toMatchObject({ response: { ok: false } });
  };
  await call();
  const before = heapMegabytes();
  for (let calls = 0; calls < CALLS; calls += 1) await call();
  expect(heldModules(path.join(FUNCTIONS, 'dist/get-payments.js'))).toBe(1);
  expect(heapMegabytes() - before).toBeLessThan(MAX_GROWTH_MB);
});
