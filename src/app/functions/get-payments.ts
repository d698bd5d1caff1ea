import { FUNCTION_UIDS } from '@stripe-payments/core';
import { getPayments } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';
import { readParameters } from './lib/parameters.ts';

export const main = createMain(
  FUNCTION_UIDS.getPayments,
  readParameters,
  async (ports, { viewed, parameters }) => ({
    view: await getPayments(ports, viewed, parameters.continuation),
  }),
);
