import type {
  ActedSubscription,
  ListedSubscription,
  BillingPrepared,
  Money,
  PaymentRequest,
} from '@stripe-payments/core';
import {
  dayText,
  formatMoney,
  isolated,
  isVisible,
  knownText,
  stripeUrl,
} from '@stripe-payments/core';
import type { CheckedUrl } from '@stripe-payments/core';
import { isDayOver } from '../figures/dated-text.ts';
import type { StatusVariant } from '../tables/cell-texts.ts';
import { payeeName } from './form.ts';
import type { ActingPresentation } from './use-acting.ts';

/** A payment link or an invoice as the table prints it. */
export interface RequestRow {
  readonly request: PaymentRequest;
  readonly title: string;
  readonly details: readonly string[];
  readonly amount: string;
  /** What of it is still to be paid, where that is a part. */
  readonly open: string | null;
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  readonly url: CheckedUrl | null;
}

function variantOf(status: PaymentRequest['status']): StatusVariant {
  switch (status) {
    case 'paid':
      return 'success';
    case 'open':
      return 'info';
    case 'uncollectible':
      return 'warning';
    default:
      return 'default';
  }
}

/** A request as the table prints it. */
export function requestRow(
  request: PaymentRequest,
  presentation: ActingPresentation,
  nowMs: number,
): RequestRow {
  const { texts, locale } = presentation;
  const { kind, number, amount, open, status, customer, created, dueDate, subscription } = request;
  const labels = texts.acting;
  const isLink = kind === 'link' && request.isRecurring;
  const name = isLink ? labels.subscribing.linkKind : knownText(labels.kinds, kind);
  const isPartOpen = open.minor > 0 && open.minor < amount.minor;
  const details = [
    customer === null ? '' : payeeName(customer),
    subscription === null ? '' : labels.ofSubscription(isolated(subscription.label ?? '')),
    created === null ? '' : labels.createdOn(dayText(created, presentation)),
    dueDate === null || status !== 'open' ? '' : dueText(dueDate, presentation, nowMs),
    request.isCharged && status === 'open' ? labels.charged : '',
  ];
  return {
    request,
    title: number === null ? name : `${name} ${isolated(number)}`,
    details: details.filter((text) => text !== ''),
    amount: formatMoney(amount, locale),
    open: isPartOpen ? labels.open(formatMoney(open, locale)) : null,
    status: { label: knownText(labels.statuses, status), variant: variantOf(status) },
    url: stripeUrl(request.url),
  };
}

function dueText(dueDate: number, presentation: ActingPresentation, nowMs: number): string {
  const { acting, card } = presentation.texts;
  const isOver = isDayOver(dueDate, nowMs, presentation);
  return (isOver ? card.common.dueWas : acting.dueOn)(dayText(dueDate, presentation));
}

/** A subscription as the table prints it. */
interface SubscriptionLine {
  readonly title: string;
  readonly amount: string;
  readonly details: readonly string[];
  readonly status: { readonly label: string; readonly variant: StatusVariant };
}

function subscriptionVariant({ status, isCollectionPaused }: ActedSubscription): StatusVariant {
  if (isCollectionPaused) return 'warning';
  switch (status) {
    case 'active':
      return 'success';
    case 'trialing':
      return 'info';
    case 'past_due':
    case 'unpaid':
      return 'danger';
    default:
      return 'default';
  }
}

export function subscriptionRow(
  subscription: ActedSubscription | ListedSubscription,
  presentation: ActingPresentation,
): SubscriptionLine {
  const { texts, locale } = presentation;
  const { acting, card, subscriptionStatus } = texts;
  const { price, interval, intervalCount, periodEnd, endsAt, customer, status } = subscription;
  const everyInterval: Readonly<Record<string, (count: number) => string>> =
    card.common.everyInterval;
  const often = interval === null ? '' : (everyInterval[interval]?.(intervalCount) ?? interval);
  const amount = price === null ? acting.priceUnknown : formatMoney(price, locale);
  const label = subscription.isCollectionPaused
    ? acting.collectionPaused
    : knownText(subscriptionStatus, status);
  // One that has not begun has no next invoice.
  const next = status === 'incomplete' ? null : (endsAt ?? periodEnd);
  const day = next === null ? '' : dayText(next, presentation);
  const amountNext = 'next' in subscription ? subscription.next : null;
  const renews = amountNext === null ? '' : formatMoney(amountNext, locale);
  const dates = endsAt === null ? acting.renewsOn(day, renews) : acting.endsOn(day);
  const names = 'names' in subscription ? subscription.names.filter(isVisible) : [];
  const title = names.length === 0 ? acting.subscription : names.map(isolated).join(', ');
  return {
    title: often === '' ? title : `${title}, ${often}`,
    amount,
    details: [payeeName(customer, customer.id), ...(day === '' ? [] : [dates])],
    status: { label, variant: subscriptionVariant(subscription) },
  };
}

type RefundPreview = Extract<BillingPrepared['preview'], { readonly kind: 'refund' }>;

/** What a refund does, and what Stripe keeps. */
export function refundFacts(
  { amount, before, restAfter, kept, failedBefore, customer }: RefundPreview,
  { texts, locale }: ActingPresentation,
): readonly string[] {
  const labels = texts.acting.refunds;
  const shown = (each: Money): string => formatMoney(each, locale);
  const name = payeeName(customer);
  return [
    labels.preview(shown(amount), shown(before.captured)),
    ...(name === '' ? [] : [labels.to(name)]),
    keptText(kept, shown, labels),
    ...(before.refunded.minor > 0 ? [labels.before(shown(before.refunded))] : []),
    ...failedBefore.map((failed) =>
      labels.failedBefore(shown(failed.amount), failureName(failed.reason, labels)),
    ),
    labels.rest(shown(restAfter)),
  ];
}

type RefundTexts = ActingPresentation['texts']['acting']['refunds'];

/** Empty for one of which Stripe says no reason. */
const failureName = (reason: string | null, { failures }: RefundTexts): string =>
  reason === null || reason === 'unknown' ? '' : knownText(failures, reason);

function keptText(
  kept: RefundPreview['kept'],
  shown: (amount: Money) => string,
  labels: RefundTexts,
): string {
  switch (kept.status) {
    case 'known':
      return labels.kept(shown(kept.fee), shown(kept.netAfter));
    case 'converted':
      return labels.keptConverted(shown(kept.fee));
    case 'pending':
      return labels.keptPending;
  }
}
