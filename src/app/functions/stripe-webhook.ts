import { FUNCTION_UIDS } from '@stripe-payments/core';
import { syncEvent } from '@stripe-payments/sync';
import { createWebhookMain } from './lib/webhook.ts';

export const main = createWebhookMain(FUNCTION_UIDS.stripeWebhook, syncEvent);
