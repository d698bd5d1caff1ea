import { FUNCTION_UIDS, syncPaymentsParameters } from '@stripe-payments/core';
import { syncPayments } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';

export const main = createMain(
  FUNCTION_UIDS.syncPayments,
  syncPaymentsParameters,
  (ports, { viewed, parameters: { continuation } }) => syncPayments(ports, viewed, continuation),
);
