import type {
  DifferenceBilling,
  InvoicePreview,
  ItemChangePreview,
  ListedItem,
  ListedSubscription,
  Money,
} from '@stripe-payments/core';
import {
  dayText,
  DIFFERENCE_BILLINGS,
  formatMoney,
  isolated,
  isVisible,
  money,
  subtract,
  toDecimal,
} from '@stripe-payments/core';
import { partMistake } from './field-mistakes.ts';
import type { ActingPresentation } from './use-acting.ts';
import type { AskedChange } from './use-change.ts';
import { writtenAmount } from './written-number.ts';

type AskedItemChange = Extract<AskedChange, { readonly kind: 'change-item' }>;

/** An item that is not billed by usage. */
export interface ChangeableItem extends ListedItem {
  readonly quantity: number;
}

const isChangeable = (item: ListedItem): item is ChangeableItem => item.quantity !== null;

const RENEWING: ReadonlySet<string> = new Set(['active', 'past_due', 'trialing']);

/** False of a subscription that is set to end, paused or unpaid. */
export const isRenewing = ({ status, endsAt, isCollectionPaused }: ListedSubscription): boolean =>
  RENEWING.has(status) && endsAt === null && !isCollectionPaused;

export const changeableItems = (subscription: ListedSubscription): readonly ChangeableItem[] =>
  isRenewing(subscription) ? subscription.items.filter(isChangeable) : [];

export interface ItemForm {
  readonly itemId: string;
  readonly quantity: string;
  /** Empty where the item has no price of one. */
  readonly unit: string;
  readonly billing: DifferenceBilling;
}

/** Filled with the item as it is. */
export const itemForm = ({ id, quantity, unit }: ChangeableItem): ItemForm => ({
  itemId: id,
  quantity: String(quantity),
  unit: unit === null ? '' : toDecimal(unit),
  billing: 'next-invoice',
});

export const billingOf = (value: string): DifferenceBilling =>
  DIFFERENCE_BILLINGS.find((billing) => billing === value) ?? 'next-invoice';

const QUANTITY = /^[1-9]\d{0,5}$/;

export const isQuantityMistaken = ({ quantity }: ItemForm): boolean =>
  !QUANTITY.test(quantity.trim());

const unitWritten = ({ unit: text }: ItemForm, { unit }: ChangeableItem): string | undefined =>
  unit === null ? undefined : writtenAmount(text, unit.currency);

/** What is wrong with the price of one; undefined where nothing is, or where the item has none. */
export const unitMistake = (
  { unit: text }: ItemForm,
  { unit }: ChangeableItem,
  presentation: ActingPresentation,
): string | undefined =>
  unit === null ? undefined : partMistake(text.trim(), unit.currency, presentation);

/** @param id of the subscription. */
export const askedItemChange = (
  id: string,
  form: ItemForm,
  item: ChangeableItem,
): AskedItemChange => ({
  ...{ kind: 'change-item', id, itemId: item.id, quantity: Number(form.quantity.trim()) },
  ...{ unit: unitWritten(form, item) ?? null, billing: form.billing },
});

/** `Seat, 2 × $25.00`. */
export function itemLabel(
  { name, quantity, unit }: ChangeableItem,
  { texts, locale }: ActingPresentation,
): string {
  const shown = name !== null && isVisible(name) ? isolated(name) : texts.acting.subscription;
  const price =
    unit === null ? String(quantity) : `${String(quantity)} × ${formatMoney(unit, locale)}`;
  return `${shown}, ${price}`;
}

/** What changes of the item. */
export function termsFacts(
  { before, after }: ItemChangePreview,
  { texts, locale }: ActingPresentation,
): readonly string[] {
  const { item } = texts.acting.changes;
  const digits = (value: number): string => new Intl.NumberFormat(locale).format(value);
  const quantity =
    before.quantity === after.quantity
      ? item.asBefore(`${item.quantity}: ${digits(after.quantity)}`)
      : item.quantityChange(digits(before.quantity), digits(after.quantity));
  if (before.unit === null || after.unit === null) return [quantity];
  const [old, unit] = [before.unit, after.unit].map((each) => formatMoney(each, locale));
  const { currency } = after.unit;
  const price = `${item.unit(currency.toUpperCase())}: ${unit ?? ''}`;
  const isKept = before.unit.minor === after.unit.minor;
  return [quantity, isKept ? item.asBefore(price) : item.unitChange(old ?? '', unit ?? '')];
}

/** What follows at once, and what the next invoice is. */
export function billingFacts(
  { now, next, nextOn, isCharged }: ItemChangePreview,
  presentation: ActingPresentation,
): readonly string[] {
  const { texts, locale } = presentation;
  const { item } = texts.acting.changes;
  const shown = (amount: Money): string => formatMoney(amount, locale);
  const credited = (total: Money) => item.credited(shown(money(-total.minor, total.currency)));
  if (now === null) return next.total.minor < 0 ? [credited(next.total)] : [];
  const day = nextOn === null ? '' : dayText(nextOn, presentation);
  const after = item.nextAmount(day, shown(next.due));
  if (now.total.minor < 0) return [credited(now.total), after];
  if (now.due.minor === 0) return [item.nothingNow, after];
  return [(isCharged ? item.charged : item.sent)(shown(now.due)), after];
}

interface InvoiceRow {
  readonly label: string;
  readonly amount: string;
}

/** Its lines, and what makes their sum what is to be paid. */
export function invoiceRows(
  invoice: InvoicePreview,
  { texts, locale }: ActingPresentation,
): { readonly lines: readonly InvoiceRow[]; readonly sums: readonly InvoiceRow[] } {
  const { item } = texts.acting.changes;
  const { lines, discount, tax, total, due } = invoice;
  const row = (label: string, amount: Money): InvoiceRow => ({
    ...{ label, amount: formatMoney(amount, locale) },
  });
  const credit = subtract(due, total);
  const hasCredit = total.minor > 0 && credit.minor !== 0;
  return {
    lines: [
      ...lines.map(({ label, amount }) => row(isolated(label ?? item.line), amount)),
      ...(discount.minor === 0
        ? []
        : [row(item.discount, money(-discount.minor, discount.currency))]),
      ...(tax.minor === 0 ? [] : [row(item.tax, tax)]),
    ],
    sums: [
      row(item.total, total),
      ...(hasCredit ? [row(item.credit, credit), row(item.due, due)] : []),
    ],
  };
}
