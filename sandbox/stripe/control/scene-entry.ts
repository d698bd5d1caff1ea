import type { ActionId } from './action-ids.ts';

/** A payment, an invoice or a subscription, and what a person can make happen to it. */
export interface SceneEntry {
  /** What actions name: the id of the charge, or `in_` and `sub_` ids. */
  readonly chargeId: string;
  /** Null for what is no payment. */
  readonly paymentIntentId: string | null;
  readonly createdMs: number;
  readonly label: string;
  readonly status: string;
  readonly availableActions: readonly ActionId[];
}
