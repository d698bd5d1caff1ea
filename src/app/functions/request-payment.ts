import { ACTING_UIDS, requestPaymentParameters } from '@stripe-payments/core';
import {
  checkAction,
  checkPermission,
  confirmRequest,
  kindOfRequest,
  permissionOfRequest,
  prepareRequest,
  requestBasis,
  requestOverview,
} from '@stripe-payments/sync/acting';
import { createActingMain } from './lib/acting.ts';

export const main = createActingMain(
  ACTING_UIDS.requestPayment,
  requestPaymentParameters,
  async (ports, { viewed, parameters }) => {
    if (parameters.step === 'overview') return requestOverview(ports, viewed);
    if (parameters.step === 'basis') return requestBasis(ports, viewed);
    const { asked } = parameters;
    checkAction(ports, kindOfRequest(asked));
    if (parameters.step === 'confirm') return confirmRequest(ports, viewed, asked, parameters);
    const [prepared] = await Promise.all([
      prepareRequest(ports, viewed, asked),
      checkPermission(ports, permissionOfRequest(asked)),
    ]);
    return prepared;
  },
);
