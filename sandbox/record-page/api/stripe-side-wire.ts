import { z } from 'zod/mini';

export const stripeSideActionIds = [
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
export type StripeSideActionId = (typeof stripeSideActionIds)[number];

export const sceneSchema = z.object({
  nowMs: z.number(),
  payments: z.array(
    z.object({
      chargeId: z.string(),
      paymentIntentId: z.nullable(z.string()),
      createdMs: z.number(),
      label: z.string(),
      status: z.string(),
      availableActions: z.array(z.string()),
    }),
  ),
  customers: z.array(z.object({ id: z.string(), name: z.nullable(z.string()) })),
});
export type Scene = z.infer<typeof sceneSchema>;
export type ScenePayment = Scene['payments'][number];

export interface StripeSideAction {
  readonly action: StripeSideActionId;
  readonly chargeId?: string;
  readonly customerId?: string;
  readonly amountMinor?: number;
  readonly currency?: string;
  readonly hubspotDealId?: string;
  readonly hubspotContactId?: string;
  readonly hubspotCompanyId?: string;
}

/** Whose payments the drawer shows: of these customers, and those that name the record. */
export interface SceneQuestion {
  readonly customerIds: readonly string[];
  readonly emails: readonly string[];
  readonly record: { readonly objectType: string; readonly id: string } | null;
}

export const actionReplySchema = z.object({ ok: z.literal(true), message: z.string() });
export const clockSchema = z.object({ nowMs: z.number() });
