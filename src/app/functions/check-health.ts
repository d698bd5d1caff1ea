import { checkSetupParameters, FUNCTION_UIDS } from '@stripe-payments/core';
import { checkHealth } from '@stripe-payments/sync/setup';
import { createSetupMain } from './lib/handle.ts';

export const main = createSetupMain(
  FUNCTION_UIDS.checkHealth,
  checkSetupParameters,
  async (ports) => ({ report: await checkHealth(ports) }),
);
