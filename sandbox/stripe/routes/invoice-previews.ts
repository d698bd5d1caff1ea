import { RETRIEVE_PARAMS, type ApiParts, type Endpoint } from '../api/endpoint.ts';
import { refusedRequest } from '../api/errors.ts';
import { named } from '../api/missing.ts';
import { formatInvoice } from '../formatters/invoices.ts';
import { required } from './inline-prices.ts';

/** The next invoice as it would be now: nothing is made. */
export const invoicePreviews = (parts: ApiParts): Endpoint => ({
  method: 'POST',
  path: '/v1/invoices/create_preview',
  permission: 'invoice_write',
  params: { ...RETRIEVE_PARAMS, subscription: 'string' },
  shape: { kind: 'object', object: 'invoice' },
  handle: ({ params, view }) => {
    const { lookup, world } = parts;
    const asked = required(params.string('subscription'), params, 'subscription');
    const { subscriptions } = lookup.store;
    const row = named(lookup, subscriptions, 'subscription', asked, 'subscription');
    const { id } = required(row, params, 'subscription');
    const preview = world.previewInvoice(id);
    if (preview !== undefined) return { ...formatInvoice(preview, view) };
    throw refusedRequest(`No upcoming invoices for subscription: ${id}`, 'invoice_upcoming_none');
  },
});
