import type { AccountSituation } from '../entities/account.ts';
import { DIFFERENCES, READY } from './situation-differences.ts';

export const SITUATIONS = [
  /** Nothing is due. */
  'ready',
  /** Stripe checks something; payments go on. */
  'in-review',
  /** Stripe checks something before payments start. */
  'in-review-disabled',
  /** Something is due by a date; payments go on until then. */
  'due-soon',
  /** It was due: nothing goes on. */
  'past-due',
  /** Payments go on, payouts do not: the bank account is missing. */
  'payouts-off',
  /** The application was never sent. */
  'not-submitted',
  /** Taking cards is being set up. */
  'capabilities-pending',
  /** No capability was asked for that would let payments start. */
  'capabilities-inactive',
  /** Nothing is due now, something will be. */
  'future-requirements',
  'platform-paused',
  'under-review',
  'listed',
  'rejected',
] as const;
export type Situation = (typeof SITUATIONS)[number];

export const situationOf = (situation: Situation, nowSeconds: number): AccountSituation => ({
  ...READY,
  ...DIFFERENCES[situation](nowSeconds),
});
