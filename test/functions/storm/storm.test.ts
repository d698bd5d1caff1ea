import { beforeAll, expect, test } from 'vitest';
import { captureConsole } from '../run-main.ts';
import { MAX_STORM_MS, stormIn } from './storm.ts';

beforeAll(captureConsole);

test(
  'after any storm one catch-up makes every record what a fresh computation gives',
  async () => {
    expect(await stormIn(false)).toEqual([]);
  },
  MAX_STORM_MS,
);
