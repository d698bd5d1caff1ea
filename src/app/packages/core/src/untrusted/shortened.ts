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
