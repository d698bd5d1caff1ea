import { FUNCTION_UIDS, syncPaymentsParameters } from '@stripe-payments/core';
import { planSync, syncPayments } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';

export const main = createMain(
  FUNCTION_UIDS.syncPayments,
  syncPaymentsParameters,
  async (ports, { viewed, parameters: { dryRun = false, continuation } }) => ({
    dryRun,
    ...(await (dryRun ? planSync : syncPayments)(ports, viewed, continuation)),
  }),
);
