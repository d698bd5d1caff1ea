import type { BillingDone, BillingPrepared, ManageBillingParameters } from '@stripe-payments/core';
import { manageBilling } from '@stripe-payments/ui';
import { useRef } from 'react';
import type { Acted, ActedType, TwoSteps } from './use-acting.ts';
import { answerOf, useTwoSteps } from './use-acting.ts';

export type AskedChange = Extract<ManageBillingParameters, { readonly step: 'prepare' }>['change'];

/** A change of what exists at Stripe: reviewed first, then confirmed. */
export type Changing = TwoSteps<AskedChange, BillingPrepared, BillingDone>;

interface ChangePanel {
  readonly steps: Changing;
  /** @param begin what an opening begins with; what was confirmed and is not answered yet is shown instead. */
  readonly onOpen: (begin: () => void) => void;
  readonly onClose: () => void;
}

/** The steps of one panel, and what its opening and closing mean to the card. */
export function useChange(objectType: ActedType, acted: Acted): ChangePanel {
  const isClosed = useRef(false);
  const steps: Changing = useTwoSteps({
    prepare: async (change) =>
      answerOf(await manageBilling({ objectType, step: 'prepare', change }), 'prepared'),
    confirm: async (change, confirmation) =>
      answerOf(
        await manageBilling({ objectType, step: 'confirm', change, ...confirmation }),
        'done',
      ),
    onDone: ({ isSyncNeeded }) => {
      acted.onDone(isSyncNeeded);
    },
    onEnd: (reply) => {
      if (isClosed.current) acted.onLate({ of: 'change', reply });
    },
  });
  return {
    steps,
    onOpen: (begin) => {
      acted.setOpen(true);
      acted.onLate(null);
      isClosed.current = false;
      if (!steps.isRunning) begin();
    },
    onClose: () => {
      acted.setOpen(false);
      isClosed.current = true;
      // After a refusal too: another tab or person may have done it.
      if (steps.outcome.phase === 'done' || steps.outcome.phase === 'failed') acted.onSeen();
    },
  };
}
