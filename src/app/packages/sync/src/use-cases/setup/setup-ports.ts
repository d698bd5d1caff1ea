import type { Clock, CrmInspector, PropertySchema, StripeInspector } from '../../ports.ts';
import type { SyncError } from '../../sync-error.ts';

/** The world as the setup looks at it. It works without a Stripe key: that is what it is there to say. */
export interface SetupPorts {
  readonly stripe: StripeInspector | SyncError;
  readonly crm: CrmInspector;
  readonly schema: PropertySchema;
  readonly clock: Clock;
}
