import { FUNCTION_UIDS, syncRangeParameters } from '@stripe-payments/core';
import { REFRESH_LIMITS, syncList, syncRange } from '@stripe-payments/sync';
import { createPageMain } from './lib/handle.ts';

export const main = createPageMain(
  FUNCTION_UIDS.syncRange,
  syncRangeParameters,
  (ports, asked) =>
    'list' in asked ? syncList(ports, asked.list, asked.continuation) : syncRange(ports, asked),
  REFRESH_LIMITS,
);
