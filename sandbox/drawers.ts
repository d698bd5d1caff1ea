import * as z from 'zod/mini';

/** What the drawers of the record page, the dev server and the built-in accounts say to each other. */

/** What a user can make happen at the built-in Stripe. */
const STRIPE_ACTIONS = [
  'pay-by-card',
  'pay-declined',
  'authorize',
  'capture',
  'cancel-authorization',
  'settle-fee',
  'refund',
  'fail-refund',
  'open-dispute',
  'open-inquiry',
  'win-dispute',
  'lose-dispute',
  'start-bank-debit',
  'bank-debit-succeeds',
  'bank-debit-fails',
  'create-invoice',
  'pay-invoice',
  'pay-invoice-part',
  'fail-invoice-payment',
  'void-invoice',
  'start-subscription',
  'renew-subscription',
  'cancel-at-period-end',
] as const;
export type StripeActionId = (typeof STRIPE_ACTIONS)[number];

const idSchema = z.string().check(z.minLength(1));

export const stripeActionSchema = z.strictObject({
  action: z.enum(STRIPE_ACTIONS),
  /** The entry of the scene that is acted upon: the id of a charge, an invoice or a subscription. */
  chargeId: z.optional(idSchema),
  customerId: z.optional(idSchema),
  amountMinor: z.optional(z.int().check(z.positive())),
  currency: z.optional(z.string().check(z.toLowerCase(), z.length(3))),
  hubspotDealId: z.optional(idSchema),
  hubspotContactId: z.optional(idSchema),
  hubspotCompanyId: z.optional(idSchema),
});
export type StripeAction = Readonly<z.infer<typeof stripeActionSchema>>;

/** A payment, an invoice or a subscription, and the actions that are possible now. */
const sceneEntrySchema = z.object({
  chargeId: z.string(),
  /** Null for an invoice and a subscription. */
  paymentIntentId: z.nullable(z.string()),
  createdMs: z.number(),
  label: z.string(),
  status: z.string(),
  availableActions: z.readonly(z.array(z.enum(STRIPE_ACTIONS))),
});
export type SceneEntry = Readonly<z.infer<typeof sceneEntrySchema>>;

/** What the built-in Stripe has for a record, newest first. */
export const sceneSchema = z.object({
  nowMs: z.number(),
  payments: z.readonly(z.array(sceneEntrySchema)),
  customers: z.readonly(z.array(z.object({ id: z.string(), name: z.string() }))),
});
export type Scene = Readonly<z.infer<typeof sceneSchema>>;

/** A setting of the built-in accounts that an admin can change. */
const accountPartSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** The present value, in a few words. */
  state: z.string(),
  actions: z.readonly(
    z.array(z.object({ id: z.string(), label: z.string(), isCurrent: z.boolean() })),
  ),
});
export type AccountPart = Readonly<z.infer<typeof accountPartSchema>>;

export const accountSideSchema = z.object({ parts: z.readonly(z.array(accountPartSchema)) });
export const accountActionSchema = z.strictObject({ part: z.string(), action: z.string() });

/** What an action did, in one sentence. */
export const doneSchema = z.object({ message: z.string() });
