import { plainText } from './plain-text.ts';

/** Hebrew, Arabic and the scripts after them, in all their blocks, and the mark that counts as such a letter. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A date or a name for a sentence. The sentences around them read from left to right; what does not
 * would be torn apart by them, and tear them apart, without isolates (Unicode TR9, FSI and PDI).
 */
export function isolated(text: string): string {
  const plain = plainText(text);
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}
