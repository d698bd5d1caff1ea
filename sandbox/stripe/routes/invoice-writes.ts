import { RETRIEVE_PARAMS, type ApiParts, type ApiRequest, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest, refusedRequest } from '../api/errors.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found } from '../api/missing.ts';
import { choiceOf, type Params } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import type { InvoiceRow } from '../entities/billing.ts';
import { formatInvoice } from '../formatters/invoices.ts';
import { secondsOf } from '../formatters/view.ts';
import type { NewDraft } from '../world/invoice-drafts.ts';
import { AUTOMATIC_TAX, isTaxAutomatic, unlocatedCustomer } from './automatic-tax.ts';
import { customerIn } from './customers.ts';
import { isLocated } from '../values/automatic-tax.ts';
import { currencyIn, required } from './inline-prices.ts';

const METHODS = ['charge_automatically', 'send_invoice'] as const;
const DAY_SECONDS = 24 * 60 * 60;

type Collection = Pick<NewDraft, 'collectionMethod' | 'dueDate'>;

/** How an invoice is collected, and until when it is due. */
function collectionOf({ params, view }: ApiRequest): Collection {
  const method = choiceOf(params.string('collection_method'), METHODS, 'collection_method');
  const collectionMethod = method ?? 'charge_automatically';
  const days = params.integer('days_until_due');
  const dueDate = params.integer('due_date');
  const isSent = collectionMethod === 'send_invoice';
  const given = days === undefined ? 'due_date' : 'days_until_due';
  if (!isSent && (days !== undefined || dueDate !== undefined)) {
    throw invalidRequest(
      `\`${given}\` can only be specified if invoice collection method is \`send_invoice\`.`,
      given,
    );
  }
  if (!isSent) return { collectionMethod, dueDate: null };
  if ((days === undefined) === (dueDate === undefined)) {
    throw invalidRequest(
      'If `collection_method`=`send_invoice`, you must specify either `due_date` or `days_until_due`.',
    );
  }
  const now = secondsOf(view.nowMs);
  const due = dueDate ?? now + (days ?? 0) * DAY_SECONDS;
  if (due < now) throw invalidRequest('`due_date` must be in the future.', given);
  return { collectionMethod, dueDate: due };
}

const MAX_CUSTOM_FIELDS = 4;
const MAX_FIELD_NAME = 40;
const MAX_FIELD_VALUE = 140;

function customFieldsOf(params: Params): InvoiceRow['customFields'] {
  const fields = params.hashes('custom_fields');
  if (fields.length > MAX_CUSTOM_FIELDS) {
    throw invalidRequest('You may pass at most 4 custom fields.', 'custom_fields');
  }
  return fields.map((field) => {
    const name = required(field.string('name'), field, 'name');
    const value = required(field.string('value'), field, 'value');
    if (name.length <= MAX_FIELD_NAME && value.length <= MAX_FIELD_VALUE) return { name, value };
    throw invalidRequest('A custom field has 40 characters in its name and 140 in its value.');
  });
}

/** The texts that were sent, by the names that the world has for them. */
function textsOf(params: Params, names: readonly ('description' | 'footer' | 'number')[]) {
  const sent = names.flatMap((name) => {
    const text = params.string(name) ?? '';
    return text === '' ? [] : [[name, text] as const];
  });
  return Object.fromEntries(sent);
}

/** Without a location there is no tax, and no invoice. */
function checkLocation({ isTaxAutomatic: isAutomatic, customer }: InvoiceRow): void {
  if (!isAutomatic || isLocated(customer)) return;
  throw unlocatedCustomer();
}

function create(parts: ApiParts, request: ApiRequest): WireObject {
  const { params, view } = request;
  const currency = currencyIn(params, 'currency');
  const behaviors = ['exclude', 'include'] as const;
  const name = 'pending_invoice_items_behavior';
  const behavior = choiceOf(params.string(name), behaviors, name);
  const row = parts.world.createDraft({
    customer: customerIn(parts, params),
    ...collectionOf(request),
    ...(currency !== undefined && { currency }),
    ...textsOf(params, ['description', 'footer', 'number']),
    customFields: customFieldsOf(params),
    metadata: changedMetadata({}, params.map('metadata')),
    isTaxAutomatic: isTaxAutomatic(params),
    takesPending: behavior === 'include',
  });
  return { ...formatInvoice(row, view) };
}

type Step = (parts: ApiParts, invoice: InvoiceRow, params: Params) => unknown;

function pay({ world }: ApiParts, { id, status }: InvoiceRow, params: Params): void {
  if (status === 'paid') throw refusedRequest('Invoice is already paid');
  if (status !== 'open' && status !== 'uncollectible') {
    throw refusedRequest(`The invoice ${id} is ${status} and cannot be paid.`);
  }
  if (params.boolean('paid_out_of_band') !== true) {
    throw refusedRequest(
      'There is no `default_payment_method` set on this Customer or Invoice. Please set either an `invoice.default_payment_method` or a `customer.invoice_settings.default_payment_method`.',
    );
  }
  world.payInvoiceOutside(id);
}

const STEPS: Readonly<
  Record<string, { readonly params?: Endpoint['params']; readonly act: Step }>
> = {
  finalize: {
    params: { auto_advance: 'boolean' },
    act: ({ world }, invoice) => {
      checkLocation(invoice);
      world.finalizeDraft(invoice.id);
    },
  },
  mark_uncollectible: { act: ({ world }, { id }) => world.markUncollectible(id) },
  pay: { params: { paid_out_of_band: 'boolean' }, act: pay },
  send: { act: ({ world }, { id }) => world.sendInvoice(id) },
  void: { act: ({ world }, { id }) => world.voidInvoice(id) },
};

const PATH = '/v1/invoices';
const SHARED = {
  permission: 'invoice_write',
  shape: { kind: 'object', object: 'invoice' },
} as const;

export const invoiceWrites = (parts: ApiParts): readonly Endpoint[] => {
  const theInvoice = (id: string): InvoiceRow =>
    found(parts.lookup, parts.lookup.store.invoices, 'invoice', id);
  return [
    {
      ...SHARED,
      method: 'POST',
      path: PATH,
      params: {
        ...RETRIEVE_PARAMS,
        auto_advance: 'boolean',
        automatic_tax: AUTOMATIC_TAX,
        collection_method: 'string',
        currency: 'string',
        custom_fields: { list: { name: 'string', value: 'string' } },
        customer: 'string',
        days_until_due: 'integer',
        description: 'string',
        due_date: 'integer',
        footer: 'string',
        metadata: 'map',
        number: 'string',
        pending_invoice_items_behavior: 'string',
      },
      handle: (request) => create(parts, request),
    },
    ...Object.entries(STEPS).map(([name, { params = {}, act }]): Endpoint => ({
      ...SHARED,
      method: 'POST',
      path: `${PATH}/:id/${name}`,
      params: { ...RETRIEVE_PARAMS, ...params },
      handle: (request) => {
        act(parts, theInvoice(request.id), request.params);
        return { ...formatInvoice(theInvoice(request.id), request.view) };
      },
    })),
    {
      ...SHARED,
      method: 'DELETE',
      path: `${PATH}/:id`,
      params: {},
      shape: { kind: 'plain' },
      handle: ({ id }) => {
        const { status } = theInvoice(id);
        if (status !== 'draft') {
          throw refusedRequest('You can only delete draft invoices.', 'invoice_not_editable');
        }
        parts.world.deleteDraft(id);
        return { id, object: 'invoice', deleted: true };
      },
    },
  ];
};
