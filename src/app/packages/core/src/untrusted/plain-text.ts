// Embeddings, overrides and isolates with their ends, and what Unicode keeps only for old texts.
const REORDERING = /[\u202a-\u202e\u2066-\u206f]/gu;

// A tab and a line feed are text; the others end lines or drive terminals.
const CONTROL = /(?![\t\n])\p{Cc}|[\u2028\u2029]/gu;

/**
 * Text from outside without characters that say how other text is to be shown: a name can then neither
 * reorder the sentence around it (Unicode TR9) nor drive a terminal. What can be read stays as it is.
 */
export const plainText = (text: string): string =>
  text.replaceAll(REORDERING, '').replaceAll(CONTROL, ' ');

/** One line of it, cut at a length. */
export const plainLine = (text: string, maxLength: number): string =>
  plainText(text).replaceAll(/\s+/g, ' ').trim().slice(0, maxLength);

/** A copy of parsed JSON in which every value that is text is plain. */
export function withPlainTexts(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withPlainTexts);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withPlainTexts(each)]),
  );
}

/** True for text in which there is something to see: blanks and zero-width characters are not. */
export const isVisible = (text: string): boolean =>
  /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(text);
