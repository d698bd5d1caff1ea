import { FUNCTION_UIDS } from '@stripe-payments/core';
import { syncPayments } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';
import { readParameters } from './lib/parameters.ts';

export const main = createMain(
  FUNCTION_UIDS.syncPayments,
  readParameters,
  async (ports, { viewed, parameters: { dryRun = false, continuation } }) => ({
    dryRun,
    ...(await syncPayments(ports, viewed, { dryRun, continuation })),
  }),
);
