import { FUNCTION_UIDS } from '@stripe-payments/core';
import { syncForWorkflow } from '@stripe-payments/sync';
import { createActionMain } from './lib/action.ts';

export const main = createActionMain(FUNCTION_UIDS.syncAction, syncForWorkflow);
