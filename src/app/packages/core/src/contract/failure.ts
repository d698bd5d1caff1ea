import * as z from 'zod/mini';
import type { StripePermission } from './stripe-permissions.ts';
import type { Immutable } from './schema.ts';
import { openEnum, recordLinkSchema } from './schema.ts';

/** Every way in which a call can fail, for code to branch on. Renaming one breaks older cards. */
export const ERROR_CODES = [
  'bad-request',
  'record-not-found',
  'not-configured',
  'stripe-key-wrong-kind',
  'stripe-key-invalid',
  'stripe-permission',
  'unknown-customer',
  'unknown-payment',
  'unknown-invoice',
  'unknown-subscription',
  'unknown-checkout',
  'unknown-event',
  'unknown-list',
  'bad-pasted-id',
  'claimed-by-other-deal',
  'linked-to-other-deal',
  'claimed-in-stripe',
  'stripe-write-permission',
  'too-many-ids',
  'continuation-expired',
  'payment-list-expired',
  'claims-unchecked',
  'too-many-claims',
  'wrong-mode',
  'bad-id',
  'stripe-unreachable',
  'stripe-wrong-answer',
  'stripe-rate-limited',
  'stripe-refused',
  'stripe-unreadable',
  'hubspot-unauthorized',
  'hubspot-permission',
  'hubspot-unreachable',
  'hubspot-wrong-answer',
  'hubspot-rate-limited',
  'hubspot-daily-limit',
  'hubspot-refused',
  'removal-not-confirmed',
  'setup-unconfirmed',
  'setup-too-slow',
  'setup-changed',
  'setup-unfinished',
  'write-unconfirmed',
  'not-set-up',
  'property-archived',
  'timeout',
  'no-answer',
  'unexpected',
] as const;

/**
 * Those of the functions that act at Stripe, which have texts of their own: no other function and no other
 * card loads them.
 */
export const ACTING_ERROR_CODES = [
  'actions-off',
  'action-not-on',
  'write-key-wrong-kind',
  'write-key-wrong-mode',
  'write-key-invalid',
  'write-key-permission',
  'preview-changed',
  'confirmation-missing',
  'confirmation-differs',
  'confirmation-not-by-user',
  'confirmation-expired',
  'confirmation-other',
  'confirmation-unreadable',
  'action-unconfirmed',
  'payment-not-captured',
  'payment-disputed',
  'payment-passed-on',
  'nothing-to-refund',
  'refund-too-large',
  'amount-invalid',
  'amount-too-precise',
  'amount-too-small',
  'amount-too-large',
  'description-too-long',
  'memo-too-long',
  'po-number-too-long',
  'days-invalid',
  'trial-invalid',
  'percent-invalid',
  'no-currency',
  'currency-unknown',
  'no-line-items',
  'no-recurring-lines',
  'interval-invalid',
  'start-past',
  'start-too-far',
  'customer-other-currency',
  'tax-location-unknown',
  'tax-location-missing',
  'line-items-unusable',
  'too-many-lines',
  'no-deal-amount',
  'payee-not-of-record',
  'payee-without-email',
  'payee-is-customer',
  'invoice-differs',
  'not-requested-here',
  'link-not-active',
  'invoice-draft',
  'invoice-paid',
  'invoice-uncollectible',
  'invoice-void',
  'invoice-being-paid',
  'invoice-charged',
  'subscription-not-of-record',
  'subscription-ended',
  'subscription-ending',
  'subscription-paused',
  'subscription-not-ending',
  'subscription-not-paused',
  'subscription-not-begun',
  'subscription-not-renewing',
  'item-not-of-subscription',
  'item-by-usage',
  'nothing-to-change',
  'preview-too-long',
  'payment-declined',
  'coupon-unknown',
  'coupon-expired',
  'coupon-used-up',
  'coupon-not-redeemable',
  'coupon-other-currency',
  'coupon-other-products',
  'coupon-other-customer',
  'coupon-first-time',
  'coupon-minimum',
  'coupon-applied',
  'no-coupon',
  'portal-not-saved',
  'customer-not-failing',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number] | (typeof ACTING_ERROR_CODES)[number];

const KNOWN: ReadonlySet<string> = /* @__PURE__ */ new Set(ERROR_CODES);

/** True for a code that every function and card has a text for. */
export const isErrorCode = (code: string): code is (typeof ERROR_CODES)[number] => KNOWN.has(code);

/**
 * What went wrong, as a code and facts. It holds no text: each surface prints it in the reader's
 * language. It travels unchanged from where it is understood to the reader.
 */
export const failureSchema = z.object({
  code: openEnum<ErrorCode>(),
  /** The service's own words. */
  detail: z.exactOptional(z.string()),
  /** The service's own id of the request, for its support. */
  requestId: z.exactOptional(z.string()),
  /** What the Stripe key may not do. */
  permission: z.exactOptional(openEnum<StripePermission>()),
  /** All of it, where that is more than one. */
  permissions: z.exactOptional(z.array(openEnum<StripePermission>())),
  /** HubSpot scopes that the app lacks. */
  scopes: z.exactOptional(z.array(z.string())),
  /** Names of the properties it is about. */
  properties: z.exactOptional(z.array(z.string())),
  /** The record that already has what was asked for. */
  claimedBy: z.exactOptional(recordLinkSchema),
});

export type Failure = Immutable<z.infer<typeof failureSchema>>;

/** A failure as a function's outermost reply carries it: with its text in the account's language. */
export const repliedFailureSchema = z.extend(failureSchema, {
  message: z.exactOptional(z.string()),
  nextStep: z.exactOptional(z.string()),
});

export type RepliedFailure = Immutable<z.infer<typeof repliedFailureSchema>>;
