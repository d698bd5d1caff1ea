const ELIDED = { il: "l'", al: "all'", dal: "dall'", Dal: "Dall'" } as const;

/** `8` and `11` begin with a vowel; `18` and `08` do not. */
const BEGINS_WITH_VOWEL = /^(?:8|11)(?!\d)/;

/** `1 nov 2026`, not `1/11/2026`. */
const FIRST_OF_MONTH = /^1(?=\s)/;

/** A day behind its article: `il 9 nov 2026`, `l'8 nov 2026`, `dall'11 nov 2026`, `al 1° nov 2026`. */
export function withArticle(article: keyof typeof ELIDED, day: string): string {
  if (BEGINS_WITH_VOWEL.test(day)) return `${ELIDED[article]}${day}`;
  return `${article} ${day.replace(FIRST_OF_MONTH, '1°')}`;
}
