import type { WebhookDrift } from '@stripe-payments/core';
import { webhookDrift } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { RegisteredEndpoint, WebhookRegistry } from './setup-ports.ts';

/** What registering would do at Stripe. */
export type WebhookPlan =
  | { readonly action: 'create' }
  | { readonly action: 'none' }
  | {
      readonly action: 'change';
      readonly id: string;
      readonly isOtherUrl: boolean;
      readonly drift: WebhookDrift;
    };

/** On the domain, or elsewhere with the secret of the present key; any other may be another account's. */
const ownOf = (
  endpoints: readonly RegisteredEndpoint[],
  domain: string,
): RegisteredEndpoint | undefined =>
  endpoints.find((each) => each.domain === domain && each.isCurrent) ??
  endpoints.find((each) => each.domain === domain || each.isCurrent);

/** Compares what Stripe has with what the app needs, and changes nothing. */
export async function planWebhook(registry: WebhookRegistry, domain: string): Promise<WebhookPlan> {
  const own = ownOf(await registry.list(), domain.toLowerCase());
  if (own === undefined) return { action: 'create' };
  const isOtherUrl = own.domain !== domain.toLowerCase() || !own.isCurrent;
  const drift = webhookDrift(own);
  const isRight =
    !isOtherUrl && own.isEnabled && drift.missing.length === 0 && drift.extra.length === 0;
  return isRight ? { action: 'none' } : { action: 'change', id: own.id, isOtherUrl, drift };
}

/**
 * Does what the plan says, and looks whether Stripe has it so now.
 * @throws {SyncError} `stripe-wrong-answer` where it has not.
 */
export async function registerWebhook(
  registry: WebhookRegistry,
  domain: string,
  plan: WebhookPlan,
): Promise<void> {
  if (plan.action === 'none') return;
  if (plan.action === 'create') await registry.create();
  else await registry.change(plan.id);
  const { action } = await planWebhook(registry, domain);
  if (action !== 'none') {
    throw new SyncError('stripe-wrong-answer', { detail: 'The endpoint is not as it was asked.' });
  }
}
