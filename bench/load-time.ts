import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { FUNCTIONS, functionMetas } from '../scripts/build/project.ts';
import type { Figure } from './figure.ts';
import { median } from './measure.ts';

const RUNS = 15;
const MAX_MS = 80;

function processMs(script: string): number {
  const startedMs = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - startedMs;
}

/** A whole Node process that loads the function until `main` is callable, against one that does nothing. */
export function measureLoadTimes(): readonly Figure[] {
  return functionMetas().map(({ uid, config }) => {
    const file = path.join(FUNCTIONS, 'dist', path.basename(config.entrypoint));
    const script = `if (typeof require(${JSON.stringify(file)}).main !== 'function') process.exit(1)`;
    const empty: number[] = [];
    const loaded: number[] = [];
    // In turns, so that whatever else the machine does meets both alike.
    for (let run = 0; run < RUNS; run += 1) {
      empty.push(processMs(''));
      loaded.push(processMs(script));
    }
    const extraMs = median(loaded) - median(empty);
    return {
      name: `${uid}: load until main is callable`,
      value: `${extraMs.toFixed(0)} ms over ${median(empty).toFixed(0)} ms of an empty process`,
      target: `within ${String(MAX_MS)} ms of it`,
      holds: extraMs <= MAX_MS,
    };
  });
}
