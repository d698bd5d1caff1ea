import { ACTING_UIDS, manageBillingParameters } from '@stripe-payments/core';
import {
  checkAction,
  confirmChange,
  kindOfChange,
  prepareChange,
} from '@stripe-payments/sync/acting';
import { createActingMain } from './lib/acting.ts';

export const main = createActingMain(
  ACTING_UIDS.manageBilling,
  manageBillingParameters,
  async (ports, { viewed, parameters }) => {
    checkAction(ports, kindOfChange(parameters.change));
    return parameters.step === 'prepare'
      ? prepareChange(ports, viewed, parameters.change)
      : confirmChange(ports, viewed, parameters.change, parameters);
  },
);
