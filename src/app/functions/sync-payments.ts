import { FUNCTION_UIDS, labelsOf, syncPaymentsParameters } from '@stripe-payments/core';
import { syncPayments } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';

export const main = createMain(
  FUNCTION_UIDS.syncPayments,
  syncPaymentsParameters,
  async (ports, { viewed, parameters: { continuation } }) => {
    const outcome = await syncPayments(ports, viewed, continuation);
    return { ...outcome, labels: labelsOf(outcome.changes.map(({ name }) => name)) };
  },
);
