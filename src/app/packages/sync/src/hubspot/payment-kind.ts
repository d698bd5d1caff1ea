import type { PaymentRecordKind } from '@stripe-payments/core';
import { PAYMENT_READ_AT } from '@stripe-payments/core';
import * as z from 'zod/mini';
import { SyncError } from '../sync-error.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { isUnknownObject } from './run-log.ts';

/**
 * The last of this app's properties to be made on HubSpot's Payments, and the first to be removed. While it is there,
 * payment records are kept in HubSpot's Payments, also where the account has the custom object too.
 */
export const PAYMENTS_MARKER = `${PATHS.paymentProperties('hubspot-payments')}/${PAYMENT_READ_AT}`;

const CONTEXT = { notFound: 'not-set-up', missingProperty: 'hubspot-refused' } as const;

const propertyShape = z.object({ archived: z.nullish(z.boolean()) });

/** The object does not exist, or its scopes are not granted: both are how an account may be. */
export const isOff = (error: unknown): boolean =>
  isUnknownObject(error) || (error instanceof SyncError && error.code === 'hubspot-permission');

/** A refusal without HubSpot's words does not tell how the account is: it is asked for again. */
export async function askTwice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const isWordless =
      error instanceof SyncError && error.code === 'hubspot-refused' && error.detail === undefined;
    if (!isWordless || isOff(error)) throw error;
    return ask();
  }
}

/** Where an account keeps payment records, if it keeps any. */
export async function readPaymentKind(client: HubSpotClient): Promise<PaymentRecordKind> {
  try {
    const { archived } = await askTwice(() =>
      client.ask(propertyShape, { ...CONTEXT, path: PAYMENTS_MARKER }),
    );
    return archived === true ? 'custom-object' : 'hubspot-payments';
  } catch (error) {
    if (!isOff(error)) throw error;
    return 'custom-object';
  }
}
