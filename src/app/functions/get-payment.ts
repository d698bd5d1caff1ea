import { FUNCTION_UIDS, getPaymentParameters } from '@stripe-payments/core';
import { getPayment } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';

export const main = createMain(
  FUNCTION_UIDS.getPayment,
  getPaymentParameters,
  (ports, { viewed, parameters }) => getPayment(ports, viewed, parameters),
);
