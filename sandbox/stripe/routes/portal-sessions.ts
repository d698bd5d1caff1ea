import type Stripe from 'stripe';
import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest } from '../api/errors.ts';
import { named } from '../api/missing.ts';
import { choiceOf, type Params } from '../api/params.ts';
import { secondsOf } from '../formatters/view.ts';
import { hashOf, required } from './inline-prices.ts';
import { customerIn } from './customers.ts';

const FLOWS = ['payment_method_update', 'subscription_cancel', 'subscription_update'] as const;

type Flow = Stripe.BillingPortal.Session['flow'];

const AFTERWARDS = ['hosted_confirmation', 'portal_homepage', 'redirect'] as const;

function afterCompletionOf(data: Params): NonNullable<Flow>['after_completion'] {
  const after = hashOf(data, 'after_completion');
  if (after === undefined) {
    return { hosted_confirmation: null, redirect: null, type: 'portal_homepage' };
  }
  const asked = choiceOf(after.string('type'), AFTERWARDS, after.nameOf('type'));
  const type = required(asked, after, 'type');
  const { custom_message: message = null } = after.nested('hosted_confirmation');
  const { return_url: url } = after.nested('redirect');
  if (type === 'redirect' && url === undefined) {
    throw invalidRequest('Missing required param: return_url.', after.nameOf('redirect'));
  }
  return {
    hosted_confirmation: type === 'hosted_confirmation' ? { custom_message: message } : null,
    redirect: type === 'redirect' ? { return_url: url ?? '' } : null,
    type,
  };
}

/** The portal opens at one task and shows nothing else. */
function flowOf({ lookup }: ApiParts, params: Params, customer: string): Flow {
  const data = hashOf(params, 'flow_data');
  if (data === undefined) return null;
  const type = required(choiceOf(data.string('type'), FLOWS, data.nameOf('type')), data, 'type');
  const asked = data.nested(type)['subscription'];
  if (type !== 'payment_method_update') {
    const name = `flow_data[${type}][subscription]`;
    const { subscriptions } = lookup.store;
    const row = named(lookup, subscriptions, 'subscription', asked, name);
    if (required(row, data, type).customer !== customer) {
      throw invalidRequest(`The subscription is not one of the customer ${customer}.`, name);
    }
  }
  return {
    after_completion: afterCompletionOf(data),
    customer_update: null,
    subscription_cancel:
      type === 'subscription_cancel' ? { retention: null, subscription: asked ?? '' } : null,
    subscription_pause: null,
    subscription_update: type === 'subscription_update' ? { subscription: asked ?? '' } : null,
    subscription_update_confirm: null,
    type,
  };
}

function returnUrlOf(params: Params): string | null {
  const url = params.string('return_url');
  if (url === undefined) return null;
  if (URL.canParse(url)) return url;
  throw invalidRequest('Not a valid URL', 'return_url', 'url_invalid');
}

function create(
  parts: ApiParts,
  { params, view }: ApiRequest,
  ids: () => string,
): Stripe.BillingPortal.Session {
  if (!parts.account.isPortalSaved) {
    const mode = view.livemode ? 'live' : 'test';
    throw invalidRequest(
      `No configuration provided and your ${mode} mode default configuration has not been created. Provide a configuration or create your default by saving your customer portal settings in ${mode} mode at https://dashboard.stripe.com/${mode === 'test' ? 'test/' : ''}settings/billing/portal.`,
    );
  }
  const customer = customerIn(parts, params);
  const id = ids();
  return {
    id,
    object: 'billing_portal.session',
    after_expiration: null,
    configuration: 'bpc_1SandboxDefaultConfiguration',
    created: secondsOf(view.nowMs),
    customer,
    customer_account: null,
    flow: flowOf(parts, params, customer),
    livemode: view.livemode,
    locale: null,
    on_behalf_of: null,
    return_url: returnUrlOf(params),
    url: `https://billing.stripe.com/p/session/${view.livemode ? 'live' : 'test'}_${id.slice(5)}`,
  };
}

/** Nothing is stored: a session is a link that works for a while. */
export function portalSessions(parts: ApiParts): Endpoint {
  let made = 0;
  const nextId = (): string => `bps_1${String((made += 1)).padStart(23, '0')}`;
  return {
    method: 'POST',
    path: '/v1/billing_portal/sessions',
    permission: 'customer_portal_write',
    params: {
      ...RETRIEVE_PARAMS,
      customer: 'string',
      flow_data: {
        hash: {
          type: 'string',
          after_completion: {
            hash: {
              hosted_confirmation: ['custom_message'],
              redirect: ['return_url'],
              type: 'string',
            },
          },
          subscription_cancel: ['subscription'],
          subscription_update: ['subscription'],
        },
      },
      return_url: 'string',
    },
    shape: { kind: 'plain' },
    handle: (request) => ({ ...create(parts, request, nextId) }),
  };
}
