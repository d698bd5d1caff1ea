import { FUNCTION_UIDS, getPaymentsParameters } from '@stripe-payments/core';
import { getPayments, openPayments } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';

export const main = createMain(
  FUNCTION_UIDS.getPayments,
  getPaymentsParameters,
  async (ports, { viewed, parameters: { savedAtMs, continuation, reviewAfter } }) =>
    savedAtMs === undefined
      ? { view: await getPayments(ports, viewed, continuation, reviewAfter) }
      : openPayments(ports, viewed, savedAtMs),
);
