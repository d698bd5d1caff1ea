import type { CheckoutItemRow, CheckoutMode } from './billing.ts';
import type { Metadata, Row } from './row.ts';

/** What the payer sees afterwards. */
type AfterCompletion =
  | { readonly type: 'hosted_confirmation'; readonly message: string | null }
  | { readonly type: 'redirect'; readonly url: string };

/** The real object has no date of its creation: `created` only orders the list. */
export interface PaymentLinkRow extends Row {
  readonly isActive: boolean;
  readonly mode: Exclude<CheckoutMode, 'setup'>;
  readonly currency: string;
  readonly items: readonly CheckoutItemRow[];
  readonly metadata: Metadata;
  /** What every payment gets; null where it was not asked for. */
  readonly paymentIntentData: {
    readonly description: string | null;
    readonly metadata: Metadata;
    readonly statementDescriptorSuffix: string | null;
  } | null;
  readonly subscriptionData: {
    readonly description: string | null;
    readonly metadata: Metadata;
    readonly trialPeriodDays: number | null;
  } | null;
  /** True where Stripe calculates the tax once the payer has entered an address. */
  readonly isTaxAutomatic?: boolean;
  readonly createsCustomer: boolean;
  /** The invoice that is made of every payment; null for none. */
  readonly invoiceData: {
    readonly description: string | null;
    readonly footer: string | null;
    readonly metadata: Metadata;
  } | null;
  readonly afterCompletion: AfterCompletion;
  readonly inactiveMessage: string | null;
  /** Null: it can be paid as often as people like. */
  readonly limit: number | null;
  readonly completedCount: number;
  readonly paymentMethodTypes: readonly string[] | null;
  readonly urlKey: string;
}
