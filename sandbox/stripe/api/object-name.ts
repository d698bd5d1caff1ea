import type { Permission } from './permissions.ts';

export type ObjectName =
  'balance_transaction' | 'charge' | 'customer' | 'dispute' | 'event' | 'payment_intent' | 'refund';

/** What a key needs to see such an object, alone or expanded. */
export const READ_PERMISSION: Readonly<Record<ObjectName, Permission>> = {
  balance_transaction: 'balance_transaction_source_read',
  charge: 'charge_read',
  customer: 'customer_read',
  dispute: 'dispute_read',
  event: 'event_read',
  payment_intent: 'payment_intent_read',
  refund: 'charge_read',
};
