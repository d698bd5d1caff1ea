/** Words for a count by the plural categories of CLDR; a language gives those that it tells apart. */
type PluralForms = Readonly<
  Record<'one' | 'other', string> & Partial<Record<Intl.LDMLPluralRule, string>>
>;

interface Counting {
  /** `1,000` or `1.000`. */
  readonly digits: (count: number) => string;
  /** The words that go with the count. */
  readonly plural: (count: number, forms: PluralForms) => string;
  /** The count and its words: `2 payments`. */
  readonly counted: (count: number, forms: PluralForms) => string;
}

/** How a language counts. Italian's `many` (1,000,000) is `other` behind digits: "1.000.000 pagamenti". */
export function countingIn(language: string): Counting {
  const rules = new Intl.PluralRules(language);
  // Italian leaves 1250 ungrouped, but money is written as 1.250,00 beside it.
  const numbers = new Intl.NumberFormat(language, { useGrouping: true });
  const digits = (count: number): string => numbers.format(count);
  const plural = (count: number, forms: PluralForms): string =>
    forms[rules.select(count)] ?? forms.other;
  return {
    digits,
    plural,
    counted: (count, forms) => `${digits(count)} ${plural(count, forms)}`,
  };
}
