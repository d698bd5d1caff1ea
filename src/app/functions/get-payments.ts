import { FUNCTION_UIDS } from '@stripe-payments/core';
import { getPayments } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';

export const main = createMain(FUNCTION_UIDS.getPayments, async (ports, { viewed }) => ({
  view: await getPayments(ports, viewed),
}));
