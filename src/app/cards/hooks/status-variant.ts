import type { ChargeStatus, PaymentStatus } from '@stripe-payments/core';

export type StatusVariant = 'danger' | 'warning' | 'info' | 'success' | 'default';

/** The colour of a status: red asks for somebody, yellow gave money back, blue is on its way. */
export function statusVariant(status: PaymentStatus | ChargeStatus): StatusVariant {
  switch (status) {
    case 'paid':
      return 'success';
    case 'processing':
    case 'authorized':
      return 'info';
    case 'partially_refunded':
    case 'refunded':
    case 'past_due':
      return 'warning';
    case 'disputed':
    case 'failed':
      return 'danger';
    case 'none':
    case 'released':
    case 'unknown':
      return 'default';
  }
}
