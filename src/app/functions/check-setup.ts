import { checkSetupParameters, FUNCTION_UIDS } from '@stripe-payments/core';
import { checkSetup } from '@stripe-payments/sync/setup';
import { createSetupMain } from './lib/handle.ts';

export const main = createSetupMain(
  FUNCTION_UIDS.checkSetup,
  checkSetupParameters,
  async (ports) => ({ report: await checkSetup(ports) }),
);
