import type { ChargeStatus, PaymentStatus } from '@stripe-payments/core';
import { usableLocale } from '@stripe-payments/core';

/** What the catalogue calls a value of one of Stripe's open lists; Stripe's own word for a new one. */
export function catalogueName(names: Readonly<Record<string, string>>, value: string): string {
  const name = Object.hasOwn(names, value) ? names[value] : undefined;
  return name ?? value.replaceAll('_', ' ');
}

/** A date or a tag on one line, however narrow its column. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** A rate or a percentage with all its digits. */
export const numberText = (value: number | `${number}`, locale: string): string =>
  new Intl.NumberFormat(usableLocale(locale), {
    maximumFractionDigits: 12,
    useGrouping: true,
  }).format(value);

export type StatusVariant = 'danger' | 'warning' | 'info' | 'success' | 'default';

/** The color of a status: red lost or failed, yellow gave money back, blue is pending. */
export function statusVariant(status: PaymentStatus | ChargeStatus | 'incomplete'): StatusVariant {
  switch (status) {
    case 'paid':
      return 'success';
    case 'processing':
    case 'waiting':
    case 'authorized':
      return 'info';
    case 'partially_refunded':
    case 'refunded':
    case 'partially_paid':
    case 'past_due':
    case 'incomplete':
      return 'warning';
    case 'disputed':
    case 'dispute_lost':
    case 'failed':
      return 'danger';
    case 'none':
    case 'released':
    case 'unknown':
      return 'default';
  }
}
