import type {
  CheckedUrl,
  Presentation,
  RecordView,
  SubscriptionItemRow,
  SubscriptionRow,
  Texts,
} from '@stripe-payments/core';
import { dashboardUrl, dayText, formatMoney, isolated, reasonText } from '@stripe-payments/core';
import { isDayOver } from '../figures/dated-text.ts';
import type { StatusVariant } from '../tables/cell-texts.ts';
import type { RecordContext } from '../tables/payers.ts';
import { payerDetail } from '../tables/payers.ts';

/** A subscription as the table prints it. */
export interface SubscriptionLine {
  readonly id: string;
  readonly items: readonly string[];
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  readonly hints: readonly string[];
  readonly monthly: string;
  readonly monthlyHint: string | null;
  readonly dates: readonly string[];
  /** Who pays, and why it is here. */
  readonly details: readonly string[];
  readonly dashboardUrl: CheckedUrl | null;
}

function variantOf(status: SubscriptionRow['status']): StatusVariant {
  switch (status) {
    case 'active':
      return 'success';
    case 'trialing':
    case 'scheduled':
      return 'info';
    case 'paused':
    case 'incomplete':
      return 'warning';
    case 'past_due':
    case 'unpaid':
      return 'danger';
    case 'none':
    case 'canceled':
    case 'unknown':
      return 'default';
  }
}

type Interval = keyof Texts['card']['common']['everyInterval'];

const isInterval = (interval: string, { card }: Texts): interval is Interval =>
  Object.hasOwn(card.common.everyInterval, interval);

function itemText(item: SubscriptionItemRow, texts: Texts): string {
  const { billing, common } = texts.card;
  const { quantity, interval, intervalCount } = item;
  const name = item.name === null ? billing.unnamedItem : isolated(item.name);
  const counted = quantity === null || quantity === 1 ? name : billing.times(quantity, name);
  // An interval that Stripe added later is shown by its name.
  const often = isInterval(interval, texts)
    ? common.everyInterval[interval](intervalCount)
    : interval;
  return [counted, often, ...(item.isMetered ? [billing.metered] : [])].join(', ');
}

function datesOf(row: SubscriptionRow, nowMs: number, presentation: Presentation): string[] {
  const { billing } = presentation.texts.card;
  const { status, startsOn, trialEndsOn, renewsOn, endsOn } = row;
  const day = (seconds: number): string => dayText(seconds, presentation);
  const say = (
    seconds: number | null,
    ahead: (day: string) => string,
    over: (day: string) => string,
  ): readonly string[] =>
    seconds === null
      ? []
      : [(isDayOver(seconds, nowMs, presentation) ? over : ahead)(day(seconds))];
  const trialEnd = status === 'trialing' ? trialEndsOn : null;
  const dates = [
    ...say(startsOn, billing.starts, billing.startWas),
    ...say(trialEnd, billing.trialEnds, billing.trialEndWas),
    // The first bill after a trial is no renewal.
    ...say(renewsOn === trialEnd ? null : renewsOn, billing.renews, billing.renewalWas),
  ];
  if (endsOn !== null) {
    dates.push(endsOn * 1_000 <= nowMs ? billing.ended(day(endsOn)) : billing.ends(day(endsOn)));
  }
  return dates;
}

function monthlyOf(
  { mrr, isMetered }: SubscriptionRow,
  { texts, locale }: Presentation,
): Pick<SubscriptionLine, 'monthly' | 'monthlyHint'> {
  const { billing } = texts.card;
  if (isMetered && mrr.minor === 0) return { monthly: billing.metered, monthlyHint: null };
  return {
    monthly: formatMoney(mrr, locale),
    monthlyHint: isMetered ? billing.plusMetered : null,
  };
}

function statusLabel(status: SubscriptionRow['status'], { card, options }: Texts): string {
  if (status === 'scheduled') return card.billing.scheduled;
  return status === 'unknown'
    ? card.billing.unknownSubscription
    : options.subscriptionStatus[status];
}

export function subscriptionLine(
  row: SubscriptionRow,
  context: RecordContext,
  nowMs: number,
  presentation: Presentation,
): SubscriptionLine {
  const { texts } = presentation;
  const { billing } = texts.card;
  const { status, hasDiscount, isCollectionPaused } = row;
  return {
    id: row.id,
    items: row.items.map((item) => itemText(item, texts)),
    status: { label: statusLabel(status, texts), variant: variantOf(status) },
    hints: [
      ...(hasDiscount ? [billing.discounted] : []),
      ...(isCollectionPaused ? [billing.collectionPaused] : []),
    ],
    ...monthlyOf(row, presentation),
    dates: datesOf(row, nowMs, presentation),
    details: [
      ...payerDetail(row.customer, context, presentation),
      reasonText(row.reason, presentation),
    ],
    dashboardUrl: dashboardUrl(context, 'subscriptions', row.id),
  };
}

/** The last change of monthly recurring revenue, and why a subscription ended with it. */
export function movementLines(
  movement: RecordView['movement'],
  { language, ...style }: Presentation,
): readonly string[] {
  const texts = movement?.texts[language];
  if (!movement?.amount || texts === undefined) return [];
  const { minor, currency } = movement.amount;
  const line = texts.line
    .replace('{amount}', () => formatMoney({ minor: Math.abs(minor), currency }, style.locale))
    .replace('{day}', () => dayText(movement.on ?? 0, style));
  return [line, texts.reason].filter((text) => text !== '');
}
