import { WEBHOOK_EVENTS } from '../contract/health.ts';

/** How an endpoint at Stripe differs from what the app needs. */
export interface WebhookDrift {
  readonly isDisabled: boolean;
  /** Types of events that it does not get, and those that it gets for nothing; `*` is all. */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export function webhookDrift({
  events,
  isEnabled,
}: {
  readonly events: readonly string[];
  readonly isEnabled: boolean;
}): WebhookDrift {
  return {
    isDisabled: !isEnabled,
    missing: events.includes('*') ? [] : WEBHOOK_EVENTS.filter((type) => !events.includes(type)),
    extra: events.filter((type) => !WEBHOOK_EVENTS.includes(type)),
  };
}
