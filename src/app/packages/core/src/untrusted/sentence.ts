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

const OPENING = '\u2068';
const CLOSING = '\u2069';

/** Isolates that a cut left open. */
function unclosed(text: string): number {
  let open = 0;
  for (const character of text) {
    if (character === OPENING) open += 1;
    if (character === CLOSING) open -= 1;
  }
  return open;
}

/**
 * The beginning of a text, with an ellipsis where there is more; isolates that the cut opened are closed.
 * @param most characters, the ellipsis among them; an emoji of one code point is one.
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const kept = characters.slice(0, most - 1).join('');
  return `${kept}…${CLOSING.repeat(unclosed(kept))}`;
}

/** As much of a text from outside as fits into a sentence of ours, at most so many characters of it. */
export const brief = (text: string, most: number): string => shortened(isolated(text), most);
