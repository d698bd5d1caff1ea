import type { Currency, Money } from '@stripe-payments/core';
import {
  amountMistake,
  dayOf,
  exponentOf,
  formatMoney,
  fromDecimal,
  isDaysUntilDue,
  isKnownCurrency,
  isPercent,
  isTrial,
  isWholeStep,
  maximumAmount,
  minimumAmount,
  money,
  REQUEST_LIMITS,
} from '@stripe-payments/core';
import type { RequestForm } from './form.ts';
import type { ActingPresentation } from './use-acting.ts';
import { writtenAmount, writtenNumber } from './written-number.ts';

const MAX_PERCENT_DECIMALS = 6;

export const percentOf = (text: string): string | undefined =>
  writtenNumber(text, MAX_PERCENT_DECIMALS);

export const codeOf = ({ currency }: Pick<RequestForm, 'currency'>): Currency =>
  currency.trim().toLowerCase();

/** An amount as it can be written in the currency: `1250.50`, `1250`, `1250.500`. */
export function amountExample(currency: Currency, { locale }: ActingPresentation): string {
  const known = isKnownCurrency(currency) ? currency : 'usd';
  const exponent = exponentOf(known);
  // Of three decimals the last is 0, and some currencies of two have none.
  const hasDecimals = exponent === 3 || isWholeStep(money(1, known));
  const fraction = hasDecimals ? '500'.slice(0, exponent) : '';
  const point = locale.startsWith('it') ? ',' : '.';
  return fraction === '' ? '1250' : `1250${point}${fraction}`;
}

type Texts = ActingPresentation['texts']['acting']['mistakes'];

/** What is wrong with an amount; undefined for one that Stripe takes. */
function writtenMistake(
  text: string,
  currency: Currency,
  presentation: ActingPresentation,
): string | undefined {
  const { texts, locale } = presentation;
  const labels = texts.acting.mistakes;
  // One that is still being written has no amounts yet.
  if (!isKnownCurrency(currency)) return undefined;
  const example = amountExample(currency, presentation);
  const written = writtenAmount(text, currency);
  const amount = written === undefined ? undefined : fromDecimal(written, currency);
  if (amount === undefined) return labels.amount(example);
  switch (amountMistake(amount)) {
    case undefined:
      return undefined;
    case 'amount-invalid':
      return labels.zero;
    case 'amount-too-precise':
      return labels.tooPrecise(example);
    case 'amount-too-small':
      return labels.tooSmall(formatMoney(minimumAmount(currency) ?? money(1, currency), locale));
    case 'amount-too-large':
      return labels.tooLarge(formatMoney(maximumAmount(currency), locale));
  }
}

/** Of an amount that is not charged by itself: it may be below what Stripe charges. */
export function partMistake(
  text: string,
  currency: Currency,
  presentation: ActingPresentation,
): string | undefined {
  const amount = fromDecimal(writtenAmount(text, currency) ?? '', currency);
  const isSmall = amount !== undefined && amountMistake(amount) === 'amount-too-small';
  return isSmall ? undefined : writtenMistake(text, currency, presentation);
}

/** @param rest what of the payment was not refunded. */
export function refundMistake(
  text: string,
  rest: Money,
  presentation: ActingPresentation,
): string | undefined {
  const { currency, minor } = rest;
  const amount = fromDecimal(writtenAmount(text, currency) ?? '', currency);
  const { leftToRefund } = presentation.texts.acting.mistakes;
  return amount !== undefined && amount.minor > minor
    ? leftToRefund(formatMoney(rest, presentation.locale))
    : partMistake(text, currency, presentation);
}

const WHOLE = /^\d{1,6}$/;

function charactersMistake(text: string, most: number, labels: Texts): string | undefined {
  return text.length > most ? labels.characters(text.length, most) : undefined;
}

export type Checked =
  | 'amount'
  | 'percent'
  | 'currency'
  | 'description'
  | 'daysUntilDue'
  | 'memo'
  | 'poNumber'
  | 'trialDays'
  | 'startDay';

/** What is wrong with a field, in words; undefined where nothing is. An empty one is no mistake yet. */
export function mistakeOf(
  form: RequestForm,
  field: Checked,
  presentation: ActingPresentation,
  nowMs: number,
): string | undefined {
  const text = form[field].trim();
  const labels = presentation.texts.acting.mistakes;
  if (text === '') return undefined;
  switch (field) {
    case 'amount':
      return writtenMistake(text, codeOf(form), presentation);
    case 'percent':
      return isPercent(percentOf(text) ?? '') ? undefined : labels.percent;
    case 'currency':
      return isKnownCurrency(codeOf(form)) ? undefined : labels.currency;
    case 'daysUntilDue':
      return WHOLE.test(text) && isDaysUntilDue(Number(text))
        ? undefined
        : labels.days(REQUEST_LIMITS.daysUntilDue);
    case 'trialDays':
      return WHOLE.test(text) && isTrial(Number(text))
        ? undefined
        : labels.trial(REQUEST_LIMITS.trialDays);
    case 'startDay':
      return text > dayOf(nowMs / 1_000, presentation.timeZone) ? undefined : labels.past;
    case 'description':
    case 'memo':
    case 'poNumber':
      return charactersMistake(text, REQUEST_LIMITS[field], labels);
  }
}

type FormTexts = ActingPresentation['texts']['acting'];

/** Without these there is no review. */
const REQUIRED = {
  amount: ({ form }: FormTexts, currency: string) => form.amount(currency.toUpperCase()),
  currency: ({ form }: FormTexts) => form.currency,
  description: ({ form }: FormTexts) => form.description,
  percent: ({ form }: FormTexts) => form.percent,
  daysUntilDue: ({ form }: FormTexts) => form.days,
  startDay: ({ subscribing }: FormTexts) => subscribing.startDay,
} as const;

const isRequired = (field: Checked): field is keyof typeof REQUIRED =>
  Object.hasOwn(REQUIRED, field);

/** Why there is no review yet, in a line; null where nothing that has to be entered is empty or mistaken. */
export function waitsFor(
  form: RequestForm,
  presentation: ActingPresentation,
  nowMs: number,
): string | null {
  const { acting } = presentation.texts;
  if (isAnyMistaken(form, presentation, nowMs)) return acting.form.toCorrect;
  const names = shownFields(form)
    .filter(isRequired)
    .filter((field) => form[field].trim() === '')
    .map((field) => REQUIRED[field](acting, form.currency));
  return names.length === 0 ? null : acting.form.toFill(names.join(', '));
}

/** The fields that are shown; what a hidden one holds is not asked for. */
function shownFields(form: RequestForm): readonly Checked[] {
  const { method, subject, recurring, starts } = form;
  const isSubscribing = method === 'subscription' || method === 'subscription-link';
  const isAmount = isSubscribing ? recurring === 'amount' : subject === 'amount';
  return [
    ...(isAmount ? (['amount', 'currency', 'description'] as const) : []),
    ...(!isSubscribing && subject === 'deposit' ? (['percent'] as const) : []),
    ...(method === 'invoice' ? (['memo', 'poNumber'] as const) : []),
    ...(method === 'invoice' || method === 'subscription' ? (['daysUntilDue'] as const) : []),
    ...(isSubscribing ? (['trialDays'] as const) : []),
    ...(method === 'subscription' && starts === 'later' ? (['startDay'] as const) : []),
  ];
}

export const isAnyMistaken = (
  form: RequestForm,
  presentation: ActingPresentation,
  nowMs: number,
): boolean =>
  shownFields(form).some((field) => mistakeOf(form, field, presentation, nowMs) !== undefined);
