import { FUNCTION_UIDS, syncRangeParameters } from '@stripe-payments/core';
import { loggedStep, REFRESH_LIMITS } from '@stripe-payments/sync';
import { createPageMain } from './lib/handle.ts';

export const main = createPageMain(
  FUNCTION_UIDS.syncRange,
  syncRangeParameters,
  (ports, asked) => loggedStep(ports, asked, 'page'),
  REFRESH_LIMITS,
);
