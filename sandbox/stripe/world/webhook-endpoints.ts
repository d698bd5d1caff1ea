import type Stripe from 'stripe';
import type { WebhookEndpointRow } from '../entities/account.ts';
import { createdAt, WorldRefusal, type WorldContext } from './context.ts';

export interface WebhookEndpointChange {
  readonly url?: string;
  /** Types of events, or `*` for all. */
  readonly enabledEvents?: readonly string[];
  readonly isEnabled?: boolean;
}

export interface NewWebhookEndpoint extends WebhookEndpointChange {
  readonly url: string;
  readonly enabledEvents: readonly string[];
  /** Of the events it gets; null for the account's default. It cannot be changed later. */
  readonly apiVersion?: string | null;
}

/** Of one account and mode. */
const MAX_ENDPOINTS = 16;

/** The kinds of objects that payments bring about; Stripe has more, which nothing here asks for. */
const EVENT_TYPES: Readonly<Record<string, string>> = {
  charge: 'captured expired failed pending refunded succeeded updated',
  'charge.dispute': 'closed created funds_reinstated funds_withdrawn updated',
  'charge.refund': 'updated',
  'checkout.session': 'async_payment_failed async_payment_succeeded completed expired',
  customer: 'created deleted updated',
  'customer.subscription':
    'created deleted paused pending_update_applied pending_update_expired resumed trial_will_end updated',
  invoice:
    'created deleted finalization_failed finalized marked_uncollectible overdue overpaid paid payment_failed payment_succeeded sent upcoming updated voided will_be_due',
  invoice_payment: 'paid',
  payment_intent:
    'amount_capturable_updated canceled created partially_funded payment_failed processing requires_action succeeded',
  payout: 'canceled created failed paid reconciliation_completed updated',
  refund: 'created failed updated',
};

const KNOWN: ReadonlySet<string> = new Set<Stripe.Event.Type | '*'>([
  '*',
  ...Object.entries(EVENT_TYPES).flatMap(([object, names]) =>
    names.split(' ').map((name) => `${object}.${name}` as Stripe.Event.Type),
  ),
]);

const isPublic = (host: string): boolean =>
  host.includes('.') &&
  !/^(?:127|10|0|192\.168|169\.254)\.[\d.]+$|\.(?:local|internal)$/.test(host);

/** HTTPS is for live mode only; a host that only this machine or network knows is refused in both. */
function checkUrl({ livemode }: WorldContext, text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === undefined || !isWeb) {
    throw new WorldRefusal('Invalid URL: An explicit scheme must be provided.');
  }
  if (!isPublic(url.hostname)) {
    throw new WorldRefusal('Invalid URL: URL must be publicly accessible.');
  }
  if (livemode && url.protocol !== 'https:') {
    throw new WorldRefusal('Invalid URL: Live mode webhook endpoints must use HTTPS.');
  }
}

function checkEvents(types: readonly string[]): void {
  if (types.length === 0) throw new WorldRefusal('You must listen for at least one event type.');
  const unknown = types.find((type) => !KNOWN.has(type));
  if (unknown !== undefined) {
    throw new WorldRefusal(`Invalid enabled_events: "${unknown}" is not a type of event.`);
  }
}

export function registerWebhook(
  context: WorldContext,
  { url, enabledEvents, isEnabled = true, apiVersion = null }: NewWebhookEndpoint,
): WebhookEndpointRow {
  const { webhookEndpoints } = context.store;
  checkUrl(context, url);
  checkEvents(enabledEvents);
  if (webhookEndpoints.newestFirst().length >= MAX_ENDPOINTS) {
    const mode = context.livemode ? 'live' : 'test';
    throw new WorldRefusal(
      `You have reached the maximum of ${String(MAX_ENDPOINTS)} ${mode} webhook endpoints.`,
    );
  }
  const row: WebhookEndpointRow = {
    id: context.ids.next('we_1'),
    created: createdAt(context.clock.nowMs()),
    ...{ url, enabledEvents, isEnabled, apiVersion },
    metadata: {},
  };
  return webhookEndpoints.insert(row, context.clock.nowMs());
}

export function changeWebhook(
  context: WorldContext,
  id: string,
  change: WebhookEndpointChange,
): WebhookEndpointRow {
  if (change.url !== undefined) checkUrl(context, change.url);
  if (change.enabledEvents !== undefined) checkEvents(change.enabledEvents);
  return context.store.webhookEndpoints.update(id, change, context.clock.nowMs());
}
