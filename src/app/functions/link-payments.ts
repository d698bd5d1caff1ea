import { FUNCTION_UIDS, linkPaymentsParameters } from '@stripe-payments/core';
import { linkPayments } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';

export const main = createMain(
  FUNCTION_UIDS.linkPayments,
  linkPaymentsParameters,
  (ports, { viewed, parameters }) => linkPayments(ports, viewed, parameters),
);
