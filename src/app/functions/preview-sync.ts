import { FUNCTION_UIDS, previewSyncParameters } from '@stripe-payments/core';
import { previewSync } from '@stripe-payments/sync';
import { createPageMain } from './lib/handle.ts';

export const main = createPageMain(
  FUNCTION_UIDS.previewSync,
  previewSyncParameters,
  (ports, { continuation, ...picked }) => previewSync(ports, picked, continuation),
);
