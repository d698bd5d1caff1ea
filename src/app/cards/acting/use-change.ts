import type { BillingDone, BillingPrepared, ManageBillingParameters } from '@stripe-payments/core';
import { manageBilling } from '@stripe-payments/ui';
import type { ActedType, TwoSteps } from './use-acting.ts';
import { answerOf, useTwoSteps } from './use-acting.ts';

export type AskedChange = Extract<ManageBillingParameters, { readonly step: 'prepare' }>['change'];

/** A change of what exists at Stripe: reviewed first, then confirmed. */
export type Changing = TwoSteps<AskedChange, BillingPrepared, BillingDone>;

/** @param onDone with whether the figures of the record are as before. */
export function useChange(
  objectType: ActedType,
  onDone: (isSyncNeeded: boolean) => void,
): Changing {
  return useTwoSteps<AskedChange, BillingPrepared, BillingDone>({
    prepare: async (change) =>
      answerOf(await manageBilling({ objectType, step: 'prepare', change }), 'prepared'),
    confirm: async (change, confirmation) =>
      answerOf(
        await manageBilling({ objectType, step: 'confirm', change, ...confirmation }),
        'done',
      ),
    onDone: ({ isSyncNeeded }) => {
      onDone(isSyncNeeded);
    },
  });
}
