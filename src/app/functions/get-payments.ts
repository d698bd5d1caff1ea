import { FUNCTION_UIDS, getPaymentsParameters } from '@stripe-payments/core';
import { getPayments } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';

export const main = createMain(
  FUNCTION_UIDS.getPayments,
  getPaymentsParameters,
  async (ports, { viewed, parameters }) => ({
    view: await getPayments(ports, viewed, parameters.continuation, parameters.reviewAfter),
  }),
);
