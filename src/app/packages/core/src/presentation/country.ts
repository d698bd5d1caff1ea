import type { Language } from '../texts/language.ts';

/** A country by its name in the language; the code as it came where that is not one. */
export function countryText(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
