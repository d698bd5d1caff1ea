import { FUNCTION_UIDS, labelsOf, syncPaymentsParameters } from '@stripe-payments/core';
import { PAYOUT_DATES, savePayouts, syncPayments } from '@stripe-payments/sync';
import { createMain } from './lib/handle.ts';

export const main = createMain(
  FUNCTION_UIDS.syncPayments,
  syncPaymentsParameters,
  async (ports, { viewed, parameters }): Promise<object> => {
    if ('payouts' in parameters) return savePayouts(ports, viewed, parameters.payouts);
    const outcome = await syncPayments(ports, viewed, parameters.continuation);
    const changed = outcome.changes.map(({ name }) => name);
    const later = outcome.payouts === null ? [] : PAYOUT_DATES;
    return { ...outcome, labels: labelsOf([...changed, ...later]) };
  },
);
