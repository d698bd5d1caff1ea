import type {
  AskedPayment,
  AskedSubject,
  Money,
  RequestOverview,
  Payee,
} from '@stripe-payments/core';
import { formatMoney, isolated, isVisible } from '@stripe-payments/core';
import type { ActingPresentation } from './use-acting.ts';
import { writtenAmount, writtenNumber } from './written-number.ts';

type SubjectKind = AskedSubject['kind'];
type InvoicePayee = Extract<AskedPayment, { readonly method: 'invoice' }>['payee'];

/** What a person has entered, as text. */
export interface RequestForm {
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
export const methodsOf = ({ kinds }: RequestOverview): readonly AskedPayment['method'][] =>
  (['link', 'invoice'] as const).filter((method) => kinds.includes(`${method}s`));

/** Zero or less is nothing to ask for. */
const isSome = (amount: Money | null): amount is Money => amount !== null && amount.minor > 0;

/** What this record can be asked for, the likeliest first. */
export function subjectOptions(
  { total, outstanding, dealAmount }: RequestOverview,
  { texts, locale }: ActingPresentation,
): readonly Option<SubjectKind>[] {
  const { subjects } = texts.acting.form;
  const options: Option<SubjectKind>[] = [];
  if (isSome(outstanding)) {
    options.push({
      value: 'outstanding',
      label: subjects.outstanding(formatMoney(outstanding, locale)),
    });
  }
  if (isSome(total))
    options.push({ value: 'lines', label: subjects.lines(formatMoney(total, locale)) });
  if (isSome(dealAmount) || isSome(total))
    options.push({ value: 'deposit', label: subjects.deposit });
  return [...options, { value: 'amount', label: subjects.amount }];
}

const payeeKey = ({ customerId, contactId }: Payee): string => customerId ?? contactId ?? '';

export function payeeName({ name, email }: Pick<Payee, 'name' | 'email'>, otherwise = ''): string {
  const written = [name, email].filter((text): text is string => text !== null && isVisible(text));
  return written.length === 0 ? otherwise : written.map(isolated).join(', ');
}

export function payeeOptions(
  { payees }: RequestOverview,
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
  overview: RequestOverview,
  presentation: ActingPresentation,
): RequestForm {
  const [subject] = subjectOptions(overview, presentation);
  const [payee] = overview.payees;
  const [method = 'link'] = methodsOf(overview);
  return {
    method,
    subject: subject?.value ?? 'amount',
    percent: DEFAULT_PERCENT,
    amount: '',
    currency: overview.currency?.toUpperCase() ?? '',
    description: '',
    collectsTax: false,
    payee: payee === undefined ? '' : payeeKey(payee),
    daysUntilDue: DEFAULT_DAYS_UNTIL_DUE,
    memo: '',
    poNumber: '',
    delivery: 'copy',
  };
}

const MAX_PERCENT_DECIMALS = 6;

const percentOf = (text: string): string | undefined => writtenNumber(text, MAX_PERCENT_DECIMALS);

const codeOf = ({ currency }: RequestForm): string => currency.trim().toLowerCase();

function subjectOf(form: RequestForm): AskedSubject | null {
  const { subject: kind, percent, amount, currency, description } = form;
  switch (kind) {
    case 'lines':
    case 'outstanding':
      return { kind };
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

type Check = (text: string, form: RequestForm) => boolean;

const FORMS: Readonly<Partial<Record<keyof RequestForm, Check>>> = {
  amount: (text, form) => writtenAmount(text, codeOf(form)) !== undefined,
  percent: (text) => percentOf(text) !== undefined,
  currency: (text) => /^[A-Za-z]{3}$/.test(text),
  daysUntilDue: (text) => /^\d{1,3}$/.test(text),
};

/** True for a field that holds what it cannot be; an empty one is no mistake yet. */
export function isMistaken(form: RequestForm, field: keyof RequestForm): boolean {
  const text = String(form[field]).trim();
  return text !== '' && FORMS[field]?.(text, form) === false;
}

function idOf({ customerId, contactId }: Payee): InvoicePayee | null {
  if (customerId !== null) return { customerId };
  return contactId === null ? null : { contactId };
}

/** Null while something that has to be entered is empty or mistaken; whether it can be asked for, the function says. */
export function askedOf(form: RequestForm, { payees }: RequestOverview): AskedPayment | null {
  const subject = subjectOf(form);
  const { method, collectsTax, delivery } = form;
  const isWrong = (['amount', 'percent', 'currency', 'daysUntilDue'] as const).some((field) =>
    isMistaken(form, field),
  );
  if (subject === null || isWrong) return null;
  if (method === 'link') return { method, subject, collectsTax };
  const payee = payees.find((each) => payeeKey(each) === form.payee);
  const [days, memo, poNumber] = [form.daysUntilDue, form.memo, form.poNumber].map((text) =>
    text.trim(),
  );
  if (payee === undefined || days === undefined || days === '') return null;
  const whom = idOf(payee);
  if (whom === null) return null;
  return {
    method,
    subject,
    collectsTax,
    payee: whom,
    daysUntilDue: Number(days),
    ...(memo !== undefined && memo !== '' && { memo }),
    ...(poNumber !== undefined && poNumber !== '' && { poNumber }),
    delivery,
  };
}
