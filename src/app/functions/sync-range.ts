import { FUNCTION_UIDS, syncRangeParameters } from '@stripe-payments/core';
import { REFRESH_LIMITS, syncRange } from '@stripe-payments/sync';
import { createPageMain } from './lib/handle.ts';

export const main = createPageMain(
  FUNCTION_UIDS.syncRange,
  syncRangeParameters,
  syncRange,
  REFRESH_LIMITS,
);
