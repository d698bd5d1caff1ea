import { FUNCTION_UIDS } from '@stripe-payments/core';
import { syncPayments } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';

export const main = createMain(FUNCTION_UIDS.syncPayments, async (ports, { viewed, dryRun }) => ({
  dryRun,
  ...(await syncPayments(ports, viewed, { dryRun })),
}));
