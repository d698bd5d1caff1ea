import { refusedRequest } from '../api/errors.ts';
import type { Params, ParamSpec } from '../api/params.ts';
import { hashOf, required } from './inline-prices.ts';

/** Of an invoice, a subscription, a payment link and a preview. */
export const AUTOMATIC_TAX: ParamSpec[string] = { hash: { enabled: 'boolean' } };

export function isTaxAutomatic(params: Params): boolean {
  const tax = hashOf(params, 'automatic_tax');
  return tax !== undefined && required(tax.boolean('enabled'), tax, 'enabled');
}

/** Where the address of the customer does not tell the tax: nothing is made. */
export const unlocatedCustomer = () =>
  refusedRequest(
    "The customer's location isn't recognized. Set a valid customer address in order to automatically calculate tax.",
    'customer_tax_location_invalid',
  );
