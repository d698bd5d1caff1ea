/** The values of `stripe_mrr_movement`. */
export const MOVEMENT_KINDS = [
  'none',
  'new',
  'expansion',
  'contraction',
  'churn',
  'reactivation',
] as const;

export type MovementKind = (typeof MOVEMENT_KINDS)[number];
