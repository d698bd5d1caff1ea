import { ACTING_UIDS, requestPaymentParameters } from '@stripe-payments/core';
import {
  checkAction,
  confirmRequest,
  kindOfRequest,
  prepareRequest,
  requestOverview,
} from '@stripe-payments/sync/acting';
import { createActingMain } from './lib/acting.ts';

export const main = createActingMain(
  ACTING_UIDS.requestPayment,
  requestPaymentParameters,
  async (ports, { viewed, parameters }) => {
    if (parameters.step === 'overview') return requestOverview(ports, viewed);
    checkAction(ports, kindOfRequest(parameters.asked));
    return parameters.step === 'prepare'
      ? prepareRequest(ports, viewed, parameters.asked)
      : confirmRequest(ports, viewed, parameters.asked, parameters);
  },
);
