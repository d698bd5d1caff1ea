/** A language that every text exists in. */
export const LANGUAGES = ['en', 'it'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What the account calls its properties, for texts that tell the reader where to look. */
export interface PropertyLabels {
  readonly customers: string;
  readonly payments: string;
}

/** The language of HubSpot's `it`, `it-IT` or `IT_it`; English for a language without texts. */
export function languageOf(tag: string | undefined): Language {
  const [primary = ''] = (tag ?? '').trim().toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}
