import type { RecordView } from '../contract/record-view.ts';
import { fromDecimal } from '../money/decimal.ts';
import { formatCurrency, formatMoney, usableLocale } from '../money/format.ts';
import { shownAmountsLine } from '../properties/amounts-by-currency.ts';
import type { PropertyChange } from '../properties/changes.ts';
import type { PropertyKind } from '../properties/kinds.ts';
import { kindsWith, select } from '../properties/kinds.ts';
import { shownCurrencies } from '../properties/values.ts';
import { epochMsFromText } from '../time/iso.ts';
import type { SetupTexts, SharedTexts, StoredTexts } from '../texts/catalogue.ts';
import { storedDeclineIn } from '../texts/declines.ts';
import type { Presentation } from './presentation.ts';
import { knownText, momentText, utcDayText } from './presentation.ts';

/** A property's label in the reader's language, or its name where a newer function added it. */
export const propertyLabel = (
  name: string,
  { propertyLabels }: Pick<SetupTexts, 'propertyLabels'>,
): string => knownText(propertyLabels, name);

type ChangeTexts = SharedTexts & Pick<StoredTexts, 'options'>;

/** A change as a person reads it. */
export interface ChangeLine {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Both in one. */
  readonly text: string;
}

interface SyncedRecord {
  readonly changes: readonly PropertyChange[];
  readonly view: RecordView;
}

/** Before or after the sync, changed or not: an amount is read with its currency. */
type CurrencyOf = (name: NonNullable<PropertyKind['currencyPropertyName']>) => string;

/** A count, or a rate, with the decimals that it has. */
function plainNumberText(value: string, locale: string): string {
  const [, decimals = ''] = value.split('.');
  const format = new Intl.NumberFormat(usableLocale(locale), {
    minimumFractionDigits: Math.min(decimals.length, 12),
    maximumFractionDigits: 12,
  });
  return Number.isFinite(Number(value)) ? format.format(Number(value)) : value;
}

function numberText(
  value: string,
  { currencyPropertyName }: PropertyKind,
  currencyOf: CurrencyOf,
  locale: string,
): string {
  if (currencyPropertyName === undefined) return plainNumberText(value, locale);
  const amount = fromDecimal(value, currencyOf(currencyPropertyName).toLowerCase());
  return amount === undefined ? value : formatMoney(amount, locale);
}

/** What is stored in the account's language, in the reader's. */
function storedText(name: string, value: string, presentation: Presentation<SharedTexts>): string {
  if (name === 'stripe_failure_reason') {
    return storedDeclineIn(presentation.language, value).reason;
  }
  const lines = value.split('\n');
  const shown =
    name === 'stripe_amounts_by_currency'
      ? lines.map((line) => (line.includes(': ') ? shownAmountsLine(line, presentation) : line))
      : lines;
  return shown.join('; ');
}

function valueText(
  { name, value }: { readonly name: string; readonly value: string },
  kind: PropertyKind | undefined,
  currencyOf: CurrencyOf,
  presentation: Presentation<ChangeTexts>,
): string {
  if (value === '') return presentation.texts.card.sync.empty;
  const epochMs = epochMsFromText(value);
  switch (kind?.type) {
    case 'bool':
    case 'enumeration':
      return kind.options.find((option) => option.value === value)?.label ?? value;
    case 'number':
      return numberText(value, kind, currencyOf, presentation.locale);
    case 'datetime':
      return epochMs === undefined ? value : momentText(epochMs, presentation);
    case 'date':
      return epochMs === undefined ? value : utcDayText(epochMs, presentation);
    default:
      return storedText(name, value, presentation);
  }
}

/** @param labels of the changed properties, in the reader's language, which may differ from the account's. */
export function changeLines(
  { changes, view }: SyncedRecord,
  labels: Readonly<Record<string, string>>,
  presentation: Presentation<ChangeTexts>,
): readonly ChangeLine[] {
  const { texts } = presentation;
  const kinds = new Map(Object.entries(kindsWith(texts.options, select([]))));
  const { dealAmount, movement } = view;
  const moved = movement?.amount ?? null;
  const dealCurrency =
    dealAmount === null || dealAmount === 'not-comparable' ? '' : dealAmount.currency;
  const after = {
    ...shownCurrencies(view.summary),
    stripe_mrr_movement_currency: moved === null ? '' : formatCurrency(moved.currency),
    deal_currency_code: dealCurrency,
  };
  const byName = new Map<string, PropertyChange>(changes.map((change) => [change.name, change]));
  const currencyBefore: CurrencyOf = (name) => byName.get(name)?.from ?? after[name];
  const currencyAfter: CurrencyOf = (name) => byName.get(name)?.to ?? after[name];
  return changes.map((change) => {
    const { name } = change;
    const kind = kinds.get(name);
    const from = valueText({ name, value: change.from }, kind, currencyBefore, presentation);
    const to = valueText({ name, value: change.to }, kind, currencyAfter, presentation);
    return {
      label: knownText(labels, name),
      from,
      to,
      text: texts.card.sync.change(from, to),
    };
  });
}
