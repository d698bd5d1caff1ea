import { FUNCTION_UIDS, WEBHOOK_EVENTS } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { RegisteredEndpoint, WebhookRegistry } from '../use-cases/setup/setup-ports.ts';
import { STRIPE_API_VERSION } from './client.ts';
import { understood } from './errors.ts';

/** Of an endpoint function, below the domain of a HubSpot website. */
const WEBHOOK_PATH = `/hs/serverless/${FUNCTION_UIDS.stripeWebhook}`;

/** The URL at which Stripe reaches the app. Its secret is for Stripe only. */
export const webhookUrl = (domain: string, secret: string): string =>
  `https://${domain.toLowerCase()}${WEBHOOK_PATH}?secret=${secret}`;

type IsSecret = (given: string) => boolean;

/** Stripe takes 16 of an account, so one page has them all. */
const PAGE = 100;

/** Endpoints for this app's webhook. */
export async function listEndpoints(
  stripe: Stripe,
  isWebhookSecret: IsSecret,
): Promise<readonly RegisteredEndpoint[]> {
  const listing = stripe.webhookEndpoints.list({ limit: PAGE });
  const { data } = await understood({ notFound: 'stripe-refused' }, listing);
  return data.flatMap(({ id, url, status, enabled_events: events, api_version: apiVersion }) => {
    if (!URL.canParse(url)) return [];
    const { protocol, host, pathname, searchParams } = new URL(url);
    if (!pathname.endsWith(WEBHOOK_PATH)) return [];
    const isCurrent = protocol === 'https:' && isWebhookSecret(searchParams.get('secret') ?? '');
    const otherApiVersion = apiVersion === STRIPE_API_VERSION ? null : apiVersion;
    const isEnabled = status === 'enabled';
    return [{ id, domain: host, isCurrent, isEnabled, events, otherApiVersion }];
  });
}

interface RegistryParts {
  readonly stripe: Stripe;
  readonly isWebhookSecret: IsSecret;
  readonly url: string;
  /** Of this run: another one may create what was deleted since. */
  readonly idempotencyKey: string;
}

type EventTypes = Stripe.WebhookEndpointCreateParams['enabled_events'];

/** Writes the app's endpoint as it should be: its URL, and exactly the needed events. */
export function createWebhookRegistry(parts: RegistryParts): WebhookRegistry {
  const { stripe, url, idempotencyKey, isWebhookSecret } = parts;
  const wanted = { url, enabled_events: WEBHOOK_EVENTS as EventTypes };
  const context = { notFound: 'stripe-refused', access: 'write' } as const;
  return {
    list: () => listEndpoints(stripe, isWebhookSecret),
    create: async () => {
      const asked = { ...wanted, api_version: STRIPE_API_VERSION } as const;
      await understood(context, stripe.webhookEndpoints.create(asked, { idempotencyKey }));
    },
    change: async (id) => {
      const asked = { ...wanted, disabled: false };
      await understood(context, stripe.webhookEndpoints.update(id, asked));
    },
  };
}
