import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest, missingParameter } from '../api/errors.ts';
import { LIST_PARAMS, listPage, rowsAsTable } from '../api/list.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found } from '../api/missing.ts';
import { choiceOf, type Params, type ParamSpec } from '../api/params.ts';
import { KINDS } from '../api/wire.ts';
import type { PaymentLinkRow } from '../entities/payment-links.ts';
import { formatCheckoutItem } from '../formatters/checkout.ts';
import { formatPaymentLink } from '../formatters/payment-links.ts';
import { thePrice } from '../world/context.ts';
import type { NewPaymentLink } from '../world/payment-links.ts';
import { flag } from './filters.ts';
import { AUTOMATIC_TAX, isTaxAutomatic } from './automatic-tax.ts';
import { hashOf, PRICE_DATA, priceOf, quantityOf, required } from './inline-prices.ts';
import { resourceEndpoints, type Resource } from './resource.ts';

const PAYMENT_LINKS: Resource<PaymentLinkRow> = {
  object: 'payment_link',
  path: '/v1/payment_links',
  kind: KINDS.payment_link,
  filters: { active: flag((row) => row.isActive) },
};

const LIMIT: ParamSpec = { limit: 'integer' };

const CREATE_PARAMS: ParamSpec = {
  automatic_tax: AUTOMATIC_TAX,
  ...RETRIEVE_PARAMS,
  after_completion: {
    hash: {
      hosted_confirmation: { hash: { custom_message: 'string' } },
      redirect: { hash: { url: 'string' } },
      type: 'string',
    },
  },
  customer_creation: 'string',
  inactive_message: 'string',
  invoice_creation: {
    hash: {
      enabled: 'boolean',
      invoice_data: { hash: { description: 'string', footer: 'string', metadata: 'map' } },
    },
  },
  line_items: { list: { price: 'string', price_data: PRICE_DATA, quantity: 'integer' } },
  metadata: 'map',
  payment_intent_data: {
    hash: { description: 'string', metadata: 'map', statement_descriptor_suffix: 'string' },
  },
  payment_method_types: 'strings',
  restrictions: { hash: { completed_sessions: { hash: LIMIT } } },
  subscription_data: {
    hash: { description: 'string', metadata: 'map', trial_period_days: 'integer' },
  },
};

function afterCompletionOf(params: Params): PaymentLinkRow['afterCompletion'] {
  const after = hashOf(params, 'after_completion');
  if (after === undefined) return { type: 'hosted_confirmation', message: null };
  const asked = after.string('type');
  const types = ['hosted_confirmation', 'redirect'] as const;
  const type = required(choiceOf(asked, types, after.nameOf('type')), after, 'type');
  if (type === 'redirect') {
    const redirect = required(hashOf(after, 'redirect'), after, 'redirect');
    const url = required(redirect.string('url'), redirect, 'url');
    if (URL.canParse(url)) return { type, url };
    throw invalidRequest('Not a valid URL', redirect.nameOf('url'), 'url_invalid');
  }
  const message = hashOf(after, 'hosted_confirmation')?.string('custom_message') ?? null;
  return { type, message };
}

/** Undefined where it is not sent. */
function limitOf(params: Params): number | undefined {
  const restrictions = hashOf(params, 'restrictions');
  if (restrictions === undefined) return undefined;
  const sessions = required(
    hashOf(restrictions, 'completed_sessions'),
    restrictions,
    'completed_sessions',
  );
  const limit = required(sessions.integer('limit'), sessions, 'limit');
  if (limit >= 1) return limit;
  throw invalidRequest(
    'This value must be greater than or equal to 1.',
    sessions.nameOf('limit'),
    'parameter_invalid_integer',
  );
}

const metadataIn = (params: Params | undefined): PaymentLinkRow['metadata'] =>
  changedMetadata({}, params?.map('metadata'));

function invoiceDataOf(params: Params): PaymentLinkRow['invoiceData'] {
  const creation = hashOf(params, 'invoice_creation');
  if (creation === undefined) return null;
  if (!required(creation.boolean('enabled'), creation, 'enabled')) return null;
  const data = hashOf(creation, 'invoice_data');
  return {
    description: data?.string('description') ?? null,
    footer: data?.string('footer') ?? null,
    metadata: metadataIn(data),
  };
}

function paymentIntentDataOf(params: Params): PaymentLinkRow['paymentIntentData'] {
  const data = hashOf(params, 'payment_intent_data');
  return data === undefined
    ? null
    : {
        description: data.string('description') ?? null,
        metadata: metadataIn(data),
        statementDescriptorSuffix: data.string('statement_descriptor_suffix') ?? null,
      };
}

function subscriptionDataOf(params: Params): PaymentLinkRow['subscriptionData'] {
  const data = hashOf(params, 'subscription_data');
  if (data === undefined) return null;
  const trialPeriodDays = data.integer('trial_period_days') ?? null;
  if (trialPeriodDays !== null && trialPeriodDays < 1) {
    throw invalidRequest(
      'The minimum number of trial period days is 1.',
      data.nameOf('trial_period_days'),
    );
  }
  return {
    description: data.string('description') ?? null,
    metadata: metadataIn(data),
    trialPeriodDays,
  };
}

const MAX_ITEMS = 20;

/** What only one of the two kinds of links takes. */
const ONLY_IN_PAYMENT_MODE = ['customer_creation', 'invoice_creation', 'payment_intent_data'];

function checkMode(params: Params, isRecurring: boolean): void {
  const wrong = isRecurring
    ? ONLY_IN_PAYMENT_MODE.find((name) => params.has(name))
    : ['subscription_data'].find((name) => params.has(name));
  if (wrong === undefined) return;
  const mode = isRecurring ? 'subscription' : 'payment';
  throw invalidRequest(`You can not pass \`${wrong}\` in \`${mode}\` mode.`, wrong);
}

function itemsOf(parts: ApiParts, params: Params): NewPaymentLink['items'] {
  const items = params.hashes('line_items');
  if (items.length === 0) throw missingParameter('line_items');
  if (items.length > MAX_ITEMS) {
    throw invalidRequest(`You may pass at most ${String(MAX_ITEMS)} line items.`, 'line_items');
  }
  // All quantities are looked at before a price is made.
  const quantities = items.map((item) => quantityOf(item, undefined));
  return items.map((item, index) => ({
    price: priceOf(parts, item),
    quantity: quantities[index] ?? 1,
  }));
}

function create(parts: ApiParts, { params, view }: ApiRequest) {
  const creations = ['always', 'if_required'] as const;
  const creation = choiceOf(params.string('customer_creation'), creations, 'customer_creation');
  const asked = {
    afterCompletion: afterCompletionOf(params),
    createsCustomer: creation === 'always',
    inactiveMessage: params.string('inactive_message') ?? null,
    invoiceData: invoiceDataOf(params),
    isTaxAutomatic: isTaxAutomatic(params),
    limit: limitOf(params) ?? null,
    metadata: metadataIn(params),
    paymentIntentData: paymentIntentDataOf(params),
    paymentMethodTypes: params.has('payment_method_types')
      ? params.strings('payment_method_types')
      : null,
    subscriptionData: subscriptionDataOf(params),
  };
  const items = itemsOf(parts, params);
  const { store } = parts.lookup;
  checkMode(
    params,
    items.some(({ price }) => thePrice(store, price).recurring !== null),
  );
  return { ...formatPaymentLink(parts.world.createPaymentLink({ ...asked, items }), view) };
}

function update({ lookup, world }: ApiParts, { id, params, view }: ApiRequest) {
  const before = found(lookup, lookup.store.paymentLinks, 'payment_link', id);
  const isActive = params.boolean('active');
  const message = params.string('inactive_message');
  const limit = params.hash('restrictions') === 'emptied' ? null : limitOf(params);
  const row = world.changePaymentLink(id, {
    metadata: changedMetadata(before.metadata, params.map('metadata')),
    ...(isActive !== undefined && { isActive }),
    ...(message !== undefined && { inactiveMessage: message === '' ? null : message }),
    ...(limit !== undefined && { limit }),
  });
  return { ...formatPaymentLink(row, view) };
}

const SHAPE = { kind: 'object', object: 'payment_link' } as const;

export const paymentLinkEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  ...resourceEndpoints(parts, PAYMENT_LINKS),
  {
    method: 'POST',
    path: '/v1/payment_links',
    permission: 'payment_links_write',
    params: CREATE_PARAMS,
    shape: SHAPE,
    handle: (request) => create(parts, request),
  },
  {
    method: 'POST',
    path: '/v1/payment_links/:id',
    permission: 'payment_links_write',
    params: {
      ...RETRIEVE_PARAMS,
      active: 'boolean',
      inactive_message: 'string',
      metadata: 'map',
      restrictions: { hash: { completed_sessions: { hash: LIMIT } }, isEmptyable: true },
    },
    shape: SHAPE,
    handle: (request) => update(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/payment_links/:id/line_items',
    permission: 'payment_links_read',
    params: LIST_PARAMS,
    shape: { kind: 'list', object: 'item' },
    handle: ({ id, params, view }) => {
      const { lookup } = parts;
      const { items } = found(lookup, lookup.store.paymentLinks, 'payment_link', id);
      return listPage({
        lookup,
        params,
        table: rowsAsTable(items),
        object: 'item',
        url: `/v1/payment_links/${id}/line_items`,
        matches: () => true,
        format: (item) => ({
          ...formatCheckoutItem(item, { taxRates: [] }, thePrice(lookup.store, item.price), view),
        }),
      });
    },
  },
];
