import type {
  ActionsChecked,
  BillingDone,
  BillingPrepared,
  Rehearsed,
  SubscriptionCoupons,
} from '@stripe-payments/core';
import {
  ACTING_UIDS,
  checkActionsParameters,
  manageBillingParameters,
} from '@stripe-payments/core';
import {
  checkAction,
  checkActions,
  confirmChange,
  couponsOf,
  kindsOfChange,
  prepareChange,
  rehearse,
  wireActionsCheck,
} from '@stripe-payments/sync/acting';
import * as z from 'zod/mini';
import { createActingMain } from './lib/acting.ts';
import { warm } from './lib/handle.ts';

type Answer = ActionsChecked | BillingDone | BillingPrepared | Rehearsed | SubscriptionCoupons;

const ofPage = z.object({ parameters: checkActionsParameters });

export const main = createActingMain<z.output<typeof manageBillingParameters>, Answer>(
  ACTING_UIDS.manageBilling,
  manageBillingParameters,
  async (ports, { viewed, parameters }) => {
    if (parameters.step === 'rehearse') return rehearse(ports, viewed);
    if (parameters.step === 'coupons') {
      checkAction(ports, 'subscriptions');
      return couponsOf(ports, viewed, parameters.id);
    }
    checkAction(ports, ...kindsOfChange(parameters.change));
    return parameters.step === 'prepare'
      ? prepareChange(ports, viewed, parameters.change)
      : confirmChange(ports, viewed, parameters.change, parameters);
  },
  (context, runtime) => {
    if (!ofPage.safeParse(context).success) return undefined;
    const { kinds, tryWrite } = wireActionsCheck(runtime, warm);
    return checkActions(kinds, tryWrite);
  },
);
