import type { HubSpotAccount } from '../model/entities.ts';
import type { PropertyValues } from '../values/check-values.ts';
import type { StandardProperty } from './define.ts';
import {
  CALCULATED,
  READ_ONLY,
  currencyOptions,
  optionsOf,
  recordProperties,
  standard,
} from './define.ts';

const INFORMATION = 'lineiteminformation';
const BILLING = 'billing';
const TAX = 'tax';

export const LINE_ITEM_GROUPS: Readonly<Record<string, string>> = {
  [INFORMATION]: 'Line item information',
  [BILLING]: 'Billing',
  [TAX]: 'Tax',
};

const MONEY = {
  showCurrencySymbol: true,
  currencyPropertyName: 'hs_line_item_currency_code',
} as const;

const FREQUENCIES = optionsOf({
  weekly: 'Weekly',
  biweekly: 'Every two weeks',
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  per_six_months: 'Semi-annually',
  annually: 'Annually',
  per_two_years: 'Every two years',
  per_three_years: 'Every three years',
  per_four_years: 'Every four years',
  per_five_years: 'Every five years',
});

const DELAYS = optionsOf({
  hs_billing_start_delay_days: 'Delayed start by days',
  hs_billing_start_delay_months: 'Delayed start by months',
  hs_recurring_billing_start_date: 'Custom date',
});

/** Of HubSpot's list of default properties and the line items guide (2026-03). */
export const lineItemProperties = (account: HubSpotAccount): readonly StandardProperty[] => [
  ...recordProperties(INFORMATION),
  standard(INFORMATION, 'createdate', 'Create Date', 'datetime', READ_ONLY),
  standard(INFORMATION, 'hs_createdate', 'Object create date/time', 'datetime', READ_ONLY),
  standard(INFORMATION, 'hs_lastmodifieddate', 'Last Modified Date', 'datetime', READ_ONLY),
  standard(INFORMATION, 'name', 'Name', 'string'),
  standard(INFORMATION, 'description', 'Description', 'string', { fieldType: 'textarea' }),
  standard(INFORMATION, 'hs_sku', 'SKU', 'string'),
  standard(INFORMATION, 'hs_product_id', 'Product ID', 'number'),
  standard(INFORMATION, 'hs_position_on_quote', 'Position', 'number'),
  standard(INFORMATION, 'quantity', 'Quantity', 'number'),
  standard(INFORMATION, 'price', 'Unit price', 'number', MONEY),
  /** Of each unit; the other form of a discount is the percentage. */
  standard(INFORMATION, 'discount', 'Unit discount', 'number', MONEY),
  standard(INFORMATION, 'hs_discount_percentage', 'Discount percentage', 'number'),
  standard(INFORMATION, 'hs_line_item_currency_code', 'Currency', 'enumeration', {
    options: currencyOptions(account),
  }),
  standard(INFORMATION, 'amount', 'Net price', 'number', { ...CALCULATED, ...MONEY }),
  standard(INFORMATION, 'hs_pre_discount_amount', 'Pre discount amount', 'number', {
    ...CALCULATED,
    ...MONEY,
  }),
  standard(INFORMATION, 'hs_total_discount', 'Total discount', 'number', {
    ...CALCULATED,
    ...MONEY,
  }),
  standard(BILLING, 'recurringbillingfrequency', 'Billing frequency', 'enumeration', {
    options: FREQUENCIES,
  }),
  /** An ISO 8601 period such as `P12M`. */
  standard(BILLING, 'hs_recurring_billing_period', 'Term', 'string'),
  standard(BILLING, 'hs_recurring_billing_number_of_payments', 'Number of payments', 'number'),
  standard(BILLING, 'hs_recurring_billing_start_date', 'Billing start date', 'date'),
  standard(BILLING, 'hs_billing_start_delay_type', 'Start billing terms', 'enumeration', {
    options: DELAYS,
  }),
  standard(BILLING, 'hs_billing_start_delay_days', 'Delayed billing start by days', 'number'),
  standard(BILLING, 'hs_billing_start_delay_months', 'Delayed billing start by months', 'number'),
  standard(TAX, 'hs_tax_rate_group_id', 'Tax rate', 'enumeration', { externalOptions: true }),
  standard(TAX, 'hs_tax_rate', 'Tax rate percentage', 'number', CALCULATED),
  standard(TAX, 'hs_tax_label', 'Tax label', 'string', CALCULATED),
  standard(TAX, 'hs_tax_amount', 'Tax amount', 'number', { ...CALCULATED, ...MONEY }),
  standard(TAX, 'hs_post_tax_amount', 'Amount with tax', 'number', { ...CALCULATED, ...MONEY }),
];

const DECIMALS = 6;
const ONE = 10n ** BigInt(DECIMALS);

/** Millionths of a plain decimal; what is empty or written otherwise is none. */
function millionths(text = ''): bigint {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (match === null) return 0n;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const value = BigInt(whole + fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
  return sign === '-' ? -value : value;
}

/** With three decimals, as HubSpot was seen to answer. */
function decimalText(value: bigint): string {
  const thousandths = (value < 0n ? -value : value) / 1_000n;
  const digits = thousandths.toString().padStart(4, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

/** What HubSpot calculates from quantity, unit price and the discount of a unit. */
export function lineItemAmounts(values: PropertyValues): PropertyValues {
  const quantity = values['quantity'] === undefined ? ONE : millionths(values['quantity']);
  const price = millionths(values['price']);
  const percentage = millionths(values['hs_discount_percentage']);
  const unitDiscount =
    percentage === 0n ? millionths(values['discount']) : (price * percentage) / (100n * ONE);
  const before = (price * quantity) / ONE;
  const discount = (unitDiscount * quantity) / ONE;
  return {
    amount: decimalText(before - discount),
    hs_pre_discount_amount: decimalText(before),
    hs_total_discount: decimalText(discount),
  };
}
