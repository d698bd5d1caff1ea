import { WEBHOOK_EVENTS } from '@stripe-payments/core';
import { setTimeout as sleep } from 'node:timers/promises';
import { callEndpoint, runCli } from './call-endpoint.ts';
import type { DevServerParts } from './parts.ts';

interface StripeEvent {
  readonly id: string;
  readonly type: string;
}

/** What became of the deliveries. */
export interface Delivery {
  /** False where the app has no key, and so no URL that Stripe could call. */
  readonly hasWebhook: boolean;
  readonly delivered: number;
  readonly failed: number;
}

/** The URL as an admin registers it, by the key that the functions have now. */
async function webhookUrl(urls: Map<string, string>): Promise<string | null> {
  const key = process.env['STRIPE_SECRET_KEY'] ?? '';
  const known = urls.get(key);
  if (known !== undefined) return known;
  const printed = await runCli(['cli/webhook.ts', 'url', 'www.sandbox.example']);
  const url = /https:\/\/\S+/.exec(printed ?? '')?.[0] ?? null;
  if (url !== null) urls.set(key, url);
  return url;
}

const RETRY_MS = 1_000;
const ATTEMPTS = 3;

/** Stripe sends an event again after anything but a 2xx; here only a few times. */
async function deliver(url: string, event: StripeEvent): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const body = { id: event.id, object: 'event', type: event.type };
    const { statusCode } = await callEndpoint('stripe-webhook', url, body);
    if (statusCode < 300) return true;
    if (attempt < ATTEMPTS) await sleep(RETRY_MS);
  }
  return false;
}

/** Delivers what the webhook is registered for, one after the other, as the built-in Stripe's webhook. */
export function createDelivery({
  functionCalls,
}: Pick<DevServerParts, 'functionCalls'>): (events: readonly StripeEvent[]) => Promise<Delivery> {
  const urls = new Map<string, string>();
  return async (events) => {
    const url = await webhookUrl(urls);
    if (url === null) return { hasWebhook: false, delivered: 0, failed: 0 };
    const wanted = events.filter(({ type }) => WEBHOOK_EVENTS.includes(type));
    let delivered = 0;
    for (const event of wanted) {
      if (await functionCalls.run(() => deliver(url, event))) delivered += 1;
    }
    return { hasWebhook: true, delivered, failed: wanted.length - delivered };
  };
}
