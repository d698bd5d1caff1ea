import { beforeAll, expect, test } from 'vitest';
import { captureConsole } from '../run-main.ts';
import { MAX_STORM_MS, stormIn } from './storm.ts';

beforeAll(captureConsole);

test(
  'so it is with the rate limits of Stripe and HubSpot',
  async () => {
    expect(await stormIn(true)).toEqual([]);
  },
  MAX_STORM_MS,
);
