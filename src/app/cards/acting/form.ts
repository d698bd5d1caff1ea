import type { AskedPayment, Money, RequestBasis, Payee } from '@stripe-payments/core';
import {
  dayOf,
  toDecimal,
  formatMoney,
  isolated,
  isVisible,
  missingOf,
} from '@stripe-payments/core';
import type { ActingPresentation } from './use-acting.ts';
import type { SubscriptionForm } from './subscription-form.ts';
import { codeOf, isAnyMistaken, percentOf } from './field-mistakes.ts';
import { askedStart, askedSubject, initialSubscription } from './subscription-form.ts';
import { writtenAmount } from './written-number.ts';

type AskedOnce = Extract<AskedPayment, { readonly method: 'link' | 'invoice' }>;
/** `outstanding`: what is missing, as the card knows it. */
type SubjectKind = AskedOnce['subject']['kind'] | 'outstanding';
type InvoicePayee = Extract<AskedPayment, { readonly method: 'invoice' }>['payee'];

/** What a person has entered, as text. */
export interface RequestForm extends SubscriptionForm {
  readonly method: AskedPayment['method'];
  readonly subject: SubjectKind;
  readonly percent: string;
  readonly amount: string;
  readonly currency: string;
  readonly description: string;
  readonly collectsTax: boolean;
  /** A key of `payeeOptions`. */
  readonly payee: string;
  readonly daysUntilDue: string;
  readonly memo: string;
  readonly poNumber: string;
  readonly delivery: 'copy' | 'email';
}

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** How a payment can be requested: what is off is not offered. */
export const methodsOf = ({
  kinds,
}: Pick<RequestBasis, 'kinds'>): readonly AskedPayment['method'][] =>
  (['link', 'invoice', 'subscription-link', 'subscription'] as const).filter((method) =>
    kinds.includes(KIND_OF_METHOD[method]),
  );

const KIND_OF_METHOD = {
  link: 'links',
  invoice: 'invoices',
  'subscription-link': 'subscriptions',
  subscription: 'subscriptions',
} as const;

export const isSubscription = ({ method }: RequestForm): boolean =>
  KIND_OF_METHOD[method] === 'subscriptions';

/** True where a customer is asked by name. */
export const isForPayee = ({ method }: RequestForm): boolean =>
  method === 'invoice' || method === 'subscription';

/** Zero or less is nothing to ask for. */
const isSome = (amount: Money | null): amount is Money => amount !== null && amount.minor > 0;

/** What this record can be asked for, the likeliest first. */
export function subjectOptions(
  { total, standing, dealAmount }: RequestBasis,
  { texts, locale }: ActingPresentation,
): readonly Option<SubjectKind>[] {
  const { askedFor, form } = texts.acting;
  const { subjects } = form;
  const missing = missingOf(standing);
  const amount: Option<SubjectKind> = { value: 'amount', label: subjects.amount };
  const lines: readonly Option<SubjectKind>[] = isSome(total)
    ? [{ value: 'lines', label: subjects.lines(formatMoney(total, locale)) }]
    : [];
  // Nothing is missing: what is asked for all the same, a person writes.
  if (missing?.minor === 0) return [amount, ...lines];
  const outstanding: readonly Option<SubjectKind>[] = isSome(missing)
    ? [{ value: 'outstanding', label: askedFor.preset(formatMoney(missing, locale)) }]
    : [];
  const deposit: readonly Option<SubjectKind>[] =
    isSome(dealAmount) || isSome(total) ? [{ value: 'deposit', label: subjects.deposit }] : [];
  return [...outstanding, ...lines, ...deposit, amount];
}

const payeeKey = ({ customerId, contactId }: Payee): string => customerId ?? contactId ?? '';

export function payeeName({ name, email }: Pick<Payee, 'name' | 'email'>, otherwise = ''): string {
  const written = [name, email].filter((text): text is string => text !== null && isVisible(text));
  return written.length === 0 ? otherwise : written.map(isolated).join(', ');
}

export function payeeOptions(
  { payees }: RequestBasis,
  { texts }: ActingPresentation,
): readonly Option<string>[] {
  return payees.map((payee) => {
    const name = payeeName(payee, payeeKey(payee));
    const label = payee.customerId === null ? texts.acting.form.newCustomer(name) : name;
    return { value: payeeKey(payee), label };
  });
}

const DEFAULT_DAYS_UNTIL_DUE = '30';
const DEFAULT_PERCENT = '50';

/** A form with what is likeliest: what is outstanding, by link. */
export function initialForm(
  basis: RequestBasis,
  presentation: ActingPresentation,
  { nowMs, hasSubscription }: { readonly nowMs: number; readonly hasSubscription: boolean },
): RequestForm {
  const [subject] = subjectOptions(basis, presentation);
  const [payee] = basis.payees;
  const [method = 'link'] = methodsOf(basis);
  return {
    method,
    subject: subject?.value ?? 'amount',
    percent: DEFAULT_PERCENT,
    amount: '',
    currency: basis.currency?.toUpperCase() ?? '',
    description: '',
    collectsTax: false,
    payee: payee === undefined ? '' : payeeKey(payee),
    daysUntilDue: DEFAULT_DAYS_UNTIL_DUE,
    memo: '',
    poNumber: '',
    delivery: 'copy',
    ...initialSubscription(basis, dayOf(nowMs / 1_000, presentation.timeZone), hasSubscription),
  };
}

function subjectOf(form: RequestForm, { standing }: RequestBasis): AskedOnce['subject'] | null {
  const { subject: kind, percent, amount, currency, description } = form;
  switch (kind) {
    case 'lines':
      return { kind };
    case 'outstanding': {
      // The figure that was chosen: the review compares it with what is missing by then.
      const missing = missingOf(standing);
      if (missing === null) return null;
      return { kind: 'amount', amount: toDecimal(missing), currency: missing.currency };
    }
    case 'deposit': {
      const written = percentOf(percent);
      return written === undefined ? null : { kind, percent: written };
    }
    case 'amount': {
      const code = codeOf(form);
      const written = writtenAmount(amount, code);
      const text = description.trim();
      if (written === undefined || currency.trim() === '' || text === '') return null;
      return { kind, amount: written, currency: code, description: text };
    }
  }
}

function idOf({ customerId, contactId }: Payee): InvoicePayee | null {
  if (customerId !== null) return { customerId };
  return contactId === null ? null : { contactId };
}

interface Terms {
  readonly payee: InvoicePayee;
  readonly daysUntilDue: number;
}

function termsOf(form: RequestForm, { payees }: RequestBasis): Terms | null {
  const payee = payees.find((each) => payeeKey(each) === form.payee);
  const days = form.daysUntilDue.trim();
  if (payee === undefined || days === '') return null;
  const whom = idOf(payee);
  return whom === null ? null : { payee: whom, daysUntilDue: Number(days) };
}

function subscriptionOf(form: RequestForm, basis: RequestBasis): AskedPayment | null {
  const { method, collectsTax } = form;
  const subject = askedSubject(form, basis);
  const start = askedStart(form);
  if (subject === null || start === null) return null;
  if (method !== 'subscription') {
    return { method: 'subscription-link', subject, collectsTax, ...start };
  }
  const terms = termsOf(form, basis);
  return terms === null ? null : { method, subject, collectsTax, ...terms, ...start };
}

/** Null while something that has to be entered is empty or mistaken; whether it can be asked for, the function says. */
export function askedOf(
  form: RequestForm,
  basis: RequestBasis,
  presentation: ActingPresentation,
  nowMs: number,
): AskedPayment | null {
  const { method, collectsTax, delivery } = form;
  if (isAnyMistaken(form, presentation, nowMs)) return null;
  if (isSubscription(form)) return subscriptionOf(form, basis);
  const subject = subjectOf(form, basis);
  if (subject === null) return null;
  if (method === 'link') return { method, subject, collectsTax };
  const terms = termsOf(form, basis);
  if (terms === null) return null;
  const [memo, poNumber] = [form.memo.trim(), form.poNumber.trim()];
  return {
    ...{ method: 'invoice', subject, collectsTax, ...terms, delivery },
    ...(memo !== '' && { memo }),
    ...(poNumber !== '' && { poNumber }),
  };
}
