import type { AskedPayment, BillingInterval, RequestBasis } from '@stripe-payments/core';
import { formatMoney, intervalsOf, isSameInterval, totalOf } from '@stripe-payments/core';
import type { RequestForm } from './form.ts';
import type { ActingPresentation } from './use-acting.ts';
import { writtenAmount } from './written-number.ts';

type AskedSubscription = Extract<
  AskedPayment,
  { readonly method: 'subscription' | 'subscription-link' }
>;

/** What a person has entered of a subscription, as text. */
export interface SubscriptionForm {
  /** A key of `recurringOptions`. */
  readonly recurring: string;
  /** A key of `intervalOptions`. */
  readonly interval: string;
  readonly withOneTime: boolean;
  readonly starts: 'now' | 'later';
  /** `2026-12-01`, or empty. */
  readonly startDay: string;
  readonly trialDays: string;
}

const AMOUNT = 'amount';

const INTERVALS: readonly BillingInterval[] = [
  { unit: 'month', count: 1 },
  { unit: 'year', count: 1 },
  { unit: 'week', count: 1 },
  { unit: 'week', count: 2 },
  { unit: 'month', count: 3 },
  { unit: 'month', count: 6 },
];

const keyOf = ({ unit, count }: BillingInterval): string => `${unit}:${String(count)}`;

/** How often, in words; an interval that is not known is named as it is. */
export function oftenText({ unit, count }: BillingInterval, { texts }: ActingPresentation): string {
  const every: Readonly<Record<string, (count: number) => string>> =
    texts.card.common.everyInterval;
  return every[unit]?.(count) ?? unit;
}

export const intervalOptions = (presentation: ActingPresentation) =>
  INTERVALS.map((interval) => ({
    value: keyOf(interval),
    label: oftenText(interval, presentation),
  }));

const linesOf = ({ recurring }: RequestBasis, interval: BillingInterval) =>
  recurring.filter((line) => isSameInterval(line.interval, interval));

/** Line items of each interval, and an amount. */
export function recurringOptions(basis: RequestBasis, presentation: ActingPresentation) {
  const { acting } = presentation.texts;
  const ofLines = intervalsOf(basis.recurring).map((interval) => {
    const lines = linesOf(basis, interval);
    const total = totalOf(lines, lines[0]?.total.currency ?? '');
    const amount = formatMoney(total, presentation.locale);
    return {
      value: keyOf(interval),
      label: acting.subscribing.lines(oftenText(interval, presentation), amount),
    };
  });
  return [...ofLines, { value: AMOUNT, label: acting.form.subjects.amount }];
}

/**
 * The first line items, and the day from which HubSpot bills them where that is still to come.
 * @param hasSubscription true where there is one already, which may have billed the one-time lines.
 */
export function initialSubscription(
  basis: RequestBasis,
  today: string,
  hasSubscription: boolean,
): SubscriptionForm {
  const [interval] = intervalsOf(basis.recurring);
  const lines = interval === undefined ? [] : linesOf(basis, interval);
  const [startDay = ''] = lines
    .flatMap((line) => (line.startDay !== null && line.startDay > today ? [line.startDay] : []))
    .toSorted();
  return {
    recurring: interval === undefined ? AMOUNT : keyOf(interval),
    interval: 'month:1',
    withOneTime: basis.lines.length > 0 && !hasSubscription,
    starts: startDay === '' ? 'now' : 'later',
    startDay,
    trialDays: '',
  };
}

export const isOfAmount = ({ recurring }: SubscriptionForm): boolean => recurring === AMOUNT;

function intervalIn(key: string, known: readonly BillingInterval[]): BillingInterval | undefined {
  return known.find((interval) => keyOf(interval) === key);
}

export function askedSubject(
  form: RequestForm,
  { recurring, lines }: RequestBasis,
): AskedSubscription['subject'] | null {
  if (!isOfAmount(form)) {
    const interval = intervalIn(form.recurring, intervalsOf(recurring));
    if (interval === undefined) return null;
    return { kind: 'recurring-lines', interval, withOneTime: form.withOneTime && lines.length > 0 };
  }
  const interval = intervalIn(form.interval, INTERVALS);
  const currency = form.currency.trim().toLowerCase();
  const amount = writtenAmount(form.amount, currency);
  const description = form.description.trim();
  if (interval === undefined || amount === undefined) return null;
  if (currency === '' || description === '') return null;
  return { kind: 'amount', amount, currency, description, interval };
}

/** What begins when; null while a day is missing. */
export function askedStart({
  method,
  starts,
  startDay,
  trialDays,
}: RequestForm): Pick<
  Extract<AskedSubscription, { method: 'subscription' }>,
  'startDay' | 'trialDays'
> | null {
  const trial = trialDays.trim();
  const isLater = method === 'subscription' && starts === 'later';
  if (isLater && startDay === '') return null;
  return {
    ...(trial !== '' && { trialDays: Number(trial) }),
    ...(isLater && { startDay }),
  };
}
