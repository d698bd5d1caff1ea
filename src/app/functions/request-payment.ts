import { ACTING_UIDS, requestPaymentParameters } from '@stripe-payments/core';
import { confirmRequest, prepareRequest, requestOverview } from '@stripe-payments/sync/acting';
import { createActingMain } from './lib/acting.ts';

export const main = createActingMain(
  ACTING_UIDS.requestPayment,
  requestPaymentParameters,
  async (ports, { viewed, parameters }) => {
    switch (parameters.step) {
      case 'overview':
        return requestOverview(ports, viewed);
      case 'prepare':
        return prepareRequest(ports, viewed, parameters.asked);
      case 'confirm':
        return confirmRequest(ports, viewed, parameters.asked, parameters);
    }
  },
);
