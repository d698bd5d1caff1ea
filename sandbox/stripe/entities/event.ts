import type Stripe from 'stripe';
import type { Row } from './row.ts';

export interface EventRow extends Row {
  readonly type: Stripe.Event.Type;
  /** The object as it was then, in the API's form. */
  readonly object: object;
  readonly previousAttributes: object | null;
  readonly isDelivered: boolean;
}
