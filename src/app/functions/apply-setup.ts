import { applySetupParameters, FUNCTION_UIDS } from '@stripe-payments/core';
import { applySetup } from '@stripe-payments/sync/setup';
import { createSetupMain } from './lib/handle.ts';

export const main = createSetupMain(FUNCTION_UIDS.applySetup, applySetupParameters, applySetup);
