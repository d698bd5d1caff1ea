import type { Currency } from '../money/currency.ts';
import type { Money } from '../money/money.ts';
import { money } from '../money/money.ts';
import type { Ratio } from '../money/ratio.ts';
import {
  divideRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  roundToMoney,
  smallestStep,
  subtractRatios,
} from '../money/ratio.ts';
import { canonicalDecimal } from '../money/decimal.ts';
import { exponentOf } from '../money/currency.ts';
import type { StoredProperties } from '../properties/changes.ts';
import { isVisible, plainLine } from '../untrusted/plain-text.ts';
import type { RecurringRequestLine } from './recurring.ts';
import { intervalOfFrequency } from './recurring.ts';

/** What is read of a line item in HubSpot. */
export const LINE_ITEM_PROPERTIES = [
  'name',
  'quantity',
  'price',
  'discount',
  'hs_discount_percentage',
  'amount',
  'hs_line_item_currency_code',
  'recurringbillingfrequency',
  'hs_recurring_billing_period',
  'hs_recurring_billing_start_date',
  'hs_position_on_quote',
] as const;

export interface LineItem {
  readonly id: string;
  readonly properties: StoredProperties;
}

/** A line of a request for money; amounts are in its currency. */
export interface RequestLine {
  readonly label: string;
  /** How often `unit` is asked for; where the unit is no whole amount, 1. */
  readonly quantity: number;
  readonly unit: Money;
  readonly total: Money;
  /** What the line item's discount takes off; 0 where there is none. */
  readonly discount: Money;
}

/** A line item that a request cannot be made of, and why. */
export interface RefusedLine {
  readonly label: string;
  readonly why: 'unreadable' | 'currency' | 'negative' | 'differs-from-hubspot' | 'interval';
  readonly isRecurring: boolean;
}

export interface LinesOfItems {
  /** Asked for once. */
  readonly lines: readonly RequestLine[];
  /** Asked for again and again, by a subscription only. */
  readonly recurring: readonly RecurringRequestLine[];
  readonly refused: readonly RefusedLine[];
}

/** Stripe's limit for the name of a product is 250 characters. */
const MAX_LABEL = 200;

/** Beyond it a quantity is asked for as one. */
const MAX_QUANTITY = 999_999;

const HUNDRED = ratio(100n);

function decimalIn(properties: StoredProperties, name: string): Ratio | null | undefined {
  const text = properties[name] ?? '';
  if (text.trim() === '') return null;
  const canonical = canonicalDecimal(text);
  return canonical === undefined ? undefined : ratioFromDecimal(canonical);
}

const isNegative = ({ numerator }: Ratio): boolean => numerator < 0n;

const minorOf = (major: Ratio, currency: Currency): Ratio =>
  multiplyRatios(major, ratio(10n ** BigInt(exponentOf(currency))));

export function lineLabel(name: string | null | undefined, id: string): string {
  const plain = plainLine(name ?? '', MAX_LABEL);
  return isVisible(plain) ? plain : `Line item ${id}`;
}

/**
 * HubSpot's unit discount: an amount off each unit, or a percentage of its price. Undefined where both are
 * there, or one that is no number or is more than the price.
 */
function discountOfUnit(price: Ratio, properties: StoredProperties): Ratio | undefined {
  const amount = decimalIn(properties, 'discount');
  const percent = decimalIn(properties, 'hs_discount_percentage');
  if (amount === undefined || percent === undefined) return undefined;
  const isAmount = amount !== null && amount.numerator !== 0n;
  const isPercent = percent !== null && percent.numerator !== 0n;
  if (isAmount && isPercent) return undefined;
  if (isAmount) return amount;
  return isPercent ? divideRatios(multiplyRatios(price, percent), HUNDRED) : ratio(0n);
}

/** Whole units at a whole amount each, where that is exactly the total; else the total once. */
function asked(
  total: Money,
  unitMinor: Ratio,
  quantity: Ratio,
): Pick<RequestLine, 'quantity' | 'unit'> {
  const unit = roundToMoney(unitMinor, total.currency);
  const count = Number(quantity.numerator / quantity.denominator);
  const isWhole =
    quantity.numerator % quantity.denominator === 0n && count >= 1 && count <= MAX_QUANTITY;
  return isWhole && BigInt(unit.minor) * BigInt(count) === BigInt(total.minor)
    ? { quantity: count, unit }
    : { quantity: 1, unit: total };
}

const textIn = ({ properties }: LineItem, name: string): string => (properties[name] ?? '').trim();

const isRecurring = (item: LineItem): boolean => textIn(item, 'recurringbillingfrequency') !== '';

/**
 * True where HubSpot's own net price of the line is another amount, by more than one step of rounding. Of a
 * recurring line it can be that of all its terms.
 */
function differsFromHubSpot(total: Money, item: LineItem): boolean {
  const own = isRecurring(item) ? null : decimalIn(item.properties, 'amount');
  if (own === null) return false;
  if (own === undefined) return true;
  const { minor } = roundToMoney(minorOf(own, total.currency), total.currency);
  return Math.abs(minor - total.minor) > Number(smallestStep(total.currency));
}

type ReadLine = RequestLine | Pick<RefusedLine, 'label' | 'why'>;

function lineOf(item: LineItem, currency: Currency): ReadLine {
  const { id, properties } = item;
  const label = lineLabel(properties['name'], id);
  const own = (properties['hs_line_item_currency_code'] ?? '').trim().toLowerCase();
  if (own !== '' && own !== currency) return { label, why: 'currency' };
  const price = decimalIn(properties, 'price');
  const quantity = decimalIn(properties, 'quantity') ?? null;
  if (price === null || price === undefined || quantity === null)
    return { label, why: 'unreadable' };
  const discount = discountOfUnit(price, properties);
  if (discount === undefined) return { label, why: 'unreadable' };
  const net = subtractRatios(price, discount);
  if ([price, quantity, discount, net].some(isNegative)) return { label, why: 'negative' };
  const unitMinor = minorOf(net, currency);
  const total = roundToMoney(multiplyRatios(unitMinor, quantity), currency);
  if (differsFromHubSpot(total, item)) return { label, why: 'differs-from-hubspot' };
  const full = roundToMoney(multiplyRatios(minorOf(price, currency), quantity), currency);
  const how = asked(total, unitMinor, quantity);
  const isAsOne = how.quantity === 1 && quantity.numerator !== quantity.denominator;
  const count = canonicalDecimal(properties['quantity'] ?? '') ?? '';
  return {
    label: isAsOne ? plainLine(`${count} x ${label}`, MAX_LABEL) : label,
    total,
    discount: money(full.minor - total.minor, currency),
    ...how,
  };
}

const isLine = (line: ReadLine): line is RequestLine => 'total' in line;

const DAY = /^\d{4}-\d{2}-\d{2}/;

function recurringLine(item: LineItem, line: RequestLine): RecurringRequestLine | RefusedLine {
  const interval = intervalOfFrequency(textIn(item, 'recurringbillingfrequency'));
  if (interval === undefined) return { label: line.label, why: 'interval', isRecurring: true };
  const hasTerm = textIn(item, 'hs_recurring_billing_period') !== '';
  const [startDay = null] = DAY.exec(textIn(item, 'hs_recurring_billing_start_date')) ?? [];
  return { ...line, interval, hasTerm, startDay };
}

const positionOf = ({ properties }: LineItem): number => {
  const position = Number(properties['hs_position_on_quote'] ?? '');
  return Number.isFinite(position) ? position : 0;
};

/**
 * Line items as lines in minor units: quantity × (price − discount of a unit), rounded once per line.
 * @param currency of the deal; a line in another one is refused.
 * @throws {UnsafeAmountError} where an amount is too large to be exact.
 */
export function linesOfItems(items: readonly LineItem[], currency: Currency): LinesOfItems {
  const ordered = items.toSorted(
    (left, right) => positionOf(left) - positionOf(right) || (left.id < right.id ? -1 : 1),
  );
  const lines: RequestLine[] = [];
  const recurring: RecurringRequestLine[] = [];
  const refused: RefusedLine[] = [];
  for (const item of ordered) {
    const line = lineOf(item, currency);
    if (!isLine(line)) refused.push({ ...line, isRecurring: isRecurring(item) });
    else if (!isRecurring(item)) lines.push(line);
    else {
      const often = recurringLine(item, line);
      if ('why' in often) refused.push(often);
      else recurring.push(often);
    }
  }
  return { lines, recurring, refused };
}
