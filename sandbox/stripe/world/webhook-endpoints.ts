import type { WebhookEndpointRow } from '../entities/account.ts';
import { createdAt, WorldRefusal, type WorldContext } from './context.ts';

export interface NewWebhookEndpoint {
  readonly url: string;
  /** Types of events, or `*` for all. */
  readonly enabledEvents: readonly string[];
  /** Default: enabled. */
  readonly isEnabled?: boolean;
}

/** Stripe takes HTTPS only in live mode, and no empty list. */
export function registerWebhook(
  context: WorldContext,
  { url, enabledEvents, isEnabled = true }: NewWebhookEndpoint,
): WebhookEndpointRow {
  if (!URL.canParse(url))
    throw new WorldRefusal('Invalid URL: An explicit scheme must be provided.');
  if (enabledEvents.length === 0) {
    throw new WorldRefusal('You must listen for at least one event type.');
  }
  const row: WebhookEndpointRow = {
    id: context.ids.next('we_1'),
    created: createdAt(context.clock.nowMs()),
    url,
    enabledEvents,
    isEnabled,
    metadata: {},
  };
  context.store.webhookEndpoints.insert(row, context.clock.nowMs());
  return row;
}
