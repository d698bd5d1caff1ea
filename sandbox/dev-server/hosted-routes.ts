import { Hono, type Context } from 'hono';
import {
  hostedActionSchema,
  hostedOutcomeSchema,
  hostedPageSchema,
  type HOSTED_KINDS,
  type HostedOutcome,
  type HostedPage,
} from '../hosted.ts';
import type { Delivery } from './deliver-events.ts';
import { createDelivery } from './deliver-events.ts';
import { hostedPageHtml } from './hosted-page.ts';
import type { DevServerParts } from './parts.ts';
import { requestJson } from './request-json.ts';

type Kind = (typeof HOSTED_KINDS)[number];

/** Stripe's own page of the same key, for an account that is real. */
const REAL_PAGE: Readonly<Record<Kind, (key: string) => string>> = {
  link: (key) => `https://buy.stripe.com/test_${key}`,
  invoice: (key) => `https://invoice.stripe.com/i/test_${key}`,
};

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'";

type Parts = Pick<DevServerParts, 'functionCalls' | 'stripe'>;

/**
 * The pages on which a customer pays a link or an invoice of the built-in Stripe. What happens there reaches the
 * app through its webhook, as with the real Stripe.
 */
export function createHostedRoutes({ stripe: { url }, functionCalls }: Parts): Hono {
  const routes = new Hono();
  const deliver = createDelivery({ functionCalls });
  const upstream = (kind: Kind, key: string): string =>
    `${url ?? ''}/_sandbox/hosted/${kind}/${encodeURIComponent(key)}`;
  const read = async (kind: Kind, key: string): Promise<HostedPage> =>
    hostedPageSchema.parse(await requestJson(upstream(kind, key)));
  const answer = async (
    context: Context,
    page: HostedPage,
    happened: { readonly outcome: HostedOutcome; readonly delivery: Delivery | null } | null,
  ): Promise<Response> => {
    context.header('content-security-policy', POLICY);
    context.header('cache-control', 'no-store');
    return context.html(await hostedPageHtml(page, happened));
  };
  for (const kind of ['link', 'invoice'] as const) {
    const path = `/pay/${kind}/:key` as const;
    routes.get(path, async (context) => {
      const key = context.req.param('key');
      if (url === null) return context.redirect(REAL_PAGE[kind](key));
      return answer(context, await read(kind, key), null);
    });
    routes.post(path, async (context) => {
      const key = context.req.param('key');
      const body = hostedActionSchema.parse(await context.req.parseBody());
      const reply = await requestJson(upstream(kind, key), { method: 'POST', body });
      const outcome = hostedOutcomeSchema.parse(reply);
      const delivery = await deliver(outcome.events);
      return answer(context, await read(kind, key), { outcome, delivery });
    });
  }
  return routes;
}
