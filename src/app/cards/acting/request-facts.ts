import type { RequestDone, RequestPrepared, Money } from '@stripe-payments/core';
import { add, dayText, firstBillOf, formatMoney, isolated } from '@stripe-payments/core';
import { payeeName } from './form.ts';
import { differenceTexts } from './standing.ts';
import { oftenText } from './subscription-form.ts';
import type { ActingPresentation } from './use-acting.ts';

function deliveryFacts(
  { cycle, delivery, payee }: RequestPrepared,
  { preview, subscribing }: ActingPresentation['texts']['acting'],
): readonly string[] {
  if (delivery !== 'email') return [preview.sendsNothing];
  const email = isolated(payee?.email ?? '');
  return [cycle === null ? preview.sends(email) : subscribing.sendsEach(email)];
}

function invoiceFacts(prepared: RequestPrepared, labels: ActingPresentation['texts']['acting']) {
  const { preview } = labels;
  const { payee, daysUntilDue, memo, poNumber } = prepared;
  if (payee === null) return [preview.forAnyone];
  const due = daysUntilDue === 0 ? preview.dueNow : preview.due(daysUntilDue ?? 0);
  return [
    preview.forCustomer(payeeName(payee)),
    ...(payee.customerId === null ? [preview.newCustomer] : []),
    ...(daysUntilDue === null ? [] : [due]),
    ...(memo === null ? [] : [preview.memo(isolated(memo))]),
    ...(poNumber === null ? [] : [preview.poNumber(isolated(poNumber))]),
    ...deliveryFacts(prepared, labels),
  ];
}

type Cycle = NonNullable<RequestPrepared['cycle']>;

/** What is due first. */
function firstText(
  { dueAtFirst }: Cycle,
  isLink: boolean,
  { texts, locale }: ActingPresentation,
): string {
  const { subscribing } = texts.acting;
  const amount = formatMoney(dueAtFirst, locale);
  if (isLink) {
    return dueAtFirst.minor === 0 ? subscribing.nothingByLink : subscribing.dueByLink(amount);
  }
  return dueAtFirst.minor === 0 ? subscribing.nothingByInvoice : subscribing.dueByInvoice(amount);
}

/** What recurs, and what is due when. */
function billingFacts(
  cycle: Cycle,
  isLink: boolean,
  presentation: ActingPresentation,
): readonly string[] {
  const { subscribing } = presentation.texts.acting;
  const { each, interval, startsAt, trialDays } = cycle;
  const amount = formatMoney(each, presentation.locale);
  return [
    subscribing.each(amount, oftenText(interval, presentation)),
    firstText(cycle, isLink, presentation),
    ...(startsAt === null ? [] : [subscribing.startsAt(dayText(startsAt, presentation))]),
    ...(isLink && trialDays !== null ? [subscribing.trialByLink(trialDays)] : []),
  ];
}

/** What is billed when, a sentence each. */
function cycleFacts(
  cycle: Cycle,
  { method, lines }: RequestPrepared,
  presentation: ActingPresentation,
): readonly string[] {
  const { subscribing } = presentation.texts.acting;
  const isLink = method === 'subscription-link';
  return [
    ...billingFacts(cycle, isLink, presentation),
    ...(isLink ? [subscribing.charges] : []),
    ...(lines.length > 0 ? [subscribing.oneTimeFirst] : []),
    ...(cycle.lines.some(({ hasTerm }) => hasTerm) ? [subscribing.hasTerm] : []),
  ];
}

function leftOutText({ recurring, cycle }: RequestPrepared, { texts }: ActingPresentation) {
  const { preview, subscribing } = texts.acting;
  if (recurring.length === 0) return [];
  return [
    cycle === null ? preview.recurring(recurring.length) : subscribing.leftOut(recurring.length),
  ];
}

function taxText(tax: Money | null, total: Money, { texts, locale }: ActingPresentation): string {
  const { preview } = texts.acting;
  if (tax === null) return preview.plusTax;
  return preview.tax(formatMoney(tax, locale), formatMoney(add(total, tax), locale));
}

/** Everything that will happen at Stripe, a sentence each. */
export function requestFacts(
  prepared: RequestPrepared,
  presentation: ActingPresentation,
): readonly string[] {
  const labels = presentation.texts.acting;
  const { isPlusTax, cycle, tax, total } = prepared;
  return [
    ...(cycle === null ? [] : cycleFacts(cycle, prepared, presentation)),
    ...differenceTexts(prepared, presentation),
    ...(isPlusTax ? [taxText(tax, total, presentation)] : []),
    ...leftOutText(prepared, presentation),
    ...invoiceFacts(prepared, labels),
  ];
}

/** What the button does. */
export function requestButton(prepared: RequestPrepared, presentation: ActingPresentation): string {
  const { preview } = presentation.texts.acting;
  const label = netButton(prepared, presentation);
  return prepared.isPlusTax && prepared.existing === null ? preview.plusTaxButton(label) : label;
}

/** With the amount that a user confirms: without tax. */
function netButton(
  { method, delivery, total, existing, cycle }: RequestPrepared,
  presentation: ActingPresentation,
): string {
  const { preview, subscribing } = presentation.texts.acting;
  const { locale } = presentation;
  if (cycle !== null) {
    const often = oftenText(cycle.interval, presentation);
    const each = formatMoney(cycle.each, locale);
    if (existing !== null) {
      return method === 'subscription' ? subscribing.showExisting : preview.showExisting;
    }
    return method === 'subscription'
      ? subscribing.create(each, often)
      : subscribing.createLink(each, often);
  }
  if (existing !== null && delivery !== 'email') return preview.showExisting;
  const amount = formatMoney(total, locale);
  if (method === 'link') return preview.createLink(amount);
  return delivery === 'email' ? preview.sendInvoice(amount) : preview.createInvoice(amount);
}

/** What came of a request. */
export function doneTitle(
  { request, delivery, isExisting }: RequestDone,
  { texts }: ActingPresentation,
): string {
  const { done, subscribing } = texts.acting;
  if (request.kind === 'subscription') return isExisting ? subscribing.running : subscribing.done;
  if (delivery === 'sent') return done.sent(isolated(request.customer?.email ?? ''));
  if (isExisting) return done.existing;
  return request.kind === 'link' ? done.link : done.invoice;
}

/** Of what a subscription bills: its first bill, as it was confirmed, and a sentence for each fact. */
export function createdFacts(
  { request, cycle, isExisting }: RequestDone,
  presentation: ActingPresentation,
): { readonly amount: Money; readonly facts: readonly string[] } {
  if (cycle === null) return { amount: request.amount, facts: [] };
  const isLink = request.kind === 'link';
  const facts = billingFacts(cycle, isLink, presentation);
  // The first invoice of one that is running already was on another day.
  return isExisting && !isLink
    ? { amount: cycle.each, facts: facts.slice(0, 1) }
    : { amount: firstBillOf(cycle), facts };
}

/** What follows, where something does. */
export function doneNext({ request, delivery }: RequestDone, { texts }: ActingPresentation) {
  const { done, subscribing } = texts.acting;
  if (request.kind === 'subscription') return subscribing.doneNext;
  return delivery === 'sent' ? undefined : done.nextLink;
}
