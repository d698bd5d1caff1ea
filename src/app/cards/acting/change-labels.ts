import type { ChangePreview } from '@stripe-payments/core';
import { dayText, formatMoney, isolated } from '@stripe-payments/core';
import { payeeName } from './form.ts';
import { requestRow, subscriptionRow } from './lines.ts';
import type { ActingPresentation } from './use-acting.ts';

/** What can be done to what exists, except what is asked for in a form. */
export type ExistingPreview = Exclude<
  ChangePreview,
  { readonly kind: 'refund' | 'change-item' | 'change-coupon' }
>;

type SubscriptionPreview = Extract<ExistingPreview, { readonly subscription: object }>;

/** The same, as a list has it: what it leaves to be paid is read with its review. */
export type Changeable =
  Exclude<ExistingPreview, SubscriptionPreview> | Omit<SubscriptionPreview, 'openInvoices'>;

/** Of one change: its button, what will happen, and what has. */
export interface ChangeLabels {
  readonly button: string;
  readonly text: string;
  readonly done: string;
  /** True where something ends. */
  readonly isDestructive: boolean;
}

type Of<Kind extends string> = Extract<Changeable, { readonly kind: Kind }>;

const isOfCustomer = (preview: Changeable): preview is Of<'card-link'> =>
  preview.kind === 'card-link';

const isOfRequest = (
  preview: Changeable,
): preview is Extract<Changeable, { readonly request: object }> => 'request' in preview;

function requestLabels(
  { kind, request }: Extract<Changeable, { readonly request: object }>,
  { texts, locale }: ActingPresentation,
): ChangeLabels {
  const { changes } = texts.acting;
  const { done } = changes;
  switch (kind) {
    case 'deactivate-link':
      return {
        ...{ button: changes.deactivate, text: changes.deactivateText },
        ...{ done: done.deactivated, isDestructive: true },
      };
    case 'void-invoice':
      return {
        ...{ button: changes.void, text: changes.voidText },
        ...{ done: done.voided, isDestructive: true },
      };
    case 'mark-paid':
      return {
        ...{ button: changes.paid, text: changes.paidText(formatMoney(request.open, locale)) },
        ...{ done: done.markedPaid, isDestructive: true },
      };
    case 'mark-uncollectible':
      return {
        ...{ button: changes.uncollectible, text: changes.uncollectibleText },
        ...{ done: done.markedUncollectible, isDestructive: true },
      };
    case 'send-invoice': {
      const email = request.customer?.email ?? null;
      const text = email === null ? changes.sendTextUnknown : changes.sendText(isolated(email));
      return { button: changes.send, text, done: done.emailed, isDestructive: false };
    }
  }
}

function subscriptionLabels(
  { kind, subscription }: Extract<Changeable, { readonly subscription: object }>,
  presentation: ActingPresentation,
): ChangeLabels {
  const { changes } = presentation.texts.acting;
  const { done } = changes;
  switch (kind) {
    case 'cancel-now':
      return {
        ...{ button: changes.cancelNow, text: changes.cancelNowText },
        ...{ done: done.canceled, isDestructive: true },
      };
    case 'cancel-at-period-end': {
      const day = dayText(subscription.periodEnd ?? 0, presentation);
      return {
        ...{ button: changes.cancelAtEnd, text: changes.cancelAtEndText(day) },
        ...{ done: done.ending, isDestructive: true },
      };
    }
    case 'keep-subscription':
      return {
        ...{ button: changes.keep, text: changes.keepText },
        ...{ done: done.kept, isDestructive: false },
      };
    case 'pause-collection':
      return {
        ...{ button: changes.pause, text: changes.pauseText },
        ...{ done: done.paused, isDestructive: true },
      };
    case 'resume-collection':
      return {
        ...{ button: changes.resume, text: changes.resumeText },
        ...{ done: done.resumed, isDestructive: false },
      };
  }
}

export function changeLabels(preview: Changeable, presentation: ActingPresentation): ChangeLabels {
  if (isOfRequest(preview)) return requestLabels(preview, presentation);
  if (!isOfCustomer(preview)) return subscriptionLabels(preview, presentation);
  const { changes } = presentation.texts.acting;
  const { done } = changes;
  return {
    ...{ button: changes.cardLink, text: changes.cardLinkText },
    ...{ done: done.cardLink, isDestructive: false },
  };
}

/** What stays to be paid after a change that ends or stops a subscription. */
export function stayingLines(
  preview: ExistingPreview,
  { texts, locale }: ActingPresentation,
): readonly string[] {
  if (!('openInvoices' in preview) || preview.openInvoices.length === 0) return [];
  const { staysOpen, canBePaid, isCollected } = texts.acting.changes;
  return [
    ...preview.openInvoices.map(({ number, open }) =>
      staysOpen(isolated(number ?? ''), formatMoney(open, locale)),
    ),
    preview.kind === 'cancel-now' ? canBePaid : isCollected,
  ];
}

interface Subject {
  readonly amount: string | null;
  readonly title: string;
  readonly details: readonly string[];
}

/** What the change is of, as it is now. */
export function changeSubject(
  preview: Changeable,
  presentation: ActingPresentation,
  nowMs: number,
): Subject {
  if (isOfRequest(preview)) return requestRow(preview.request, presentation, nowMs);
  if (!isOfCustomer(preview)) {
    const { subscription, kind } = preview;
    // What the next invoice is without the change says the opposite of one that ends it.
    const isEnding = kind === 'cancel-now' || kind === 'cancel-at-period-end';
    const shown = isEnding ? { ...subscription, periodEnd: null } : subscription;
    return subscriptionRow(shown, presentation);
  }
  const { customer } = preview;
  return { amount: null, title: payeeName(customer, customer.id), details: [] };
}
