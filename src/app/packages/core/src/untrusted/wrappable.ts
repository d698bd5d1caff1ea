/** Longer than nearly every address and id, which somebody may want to copy as they are. */
const MAX_RUN = 40;
const STEP = 20;

const BREAK = '\u200b';

const LONG_RUN = new RegExp(`[^\\s\u200b]{${String(MAX_RUN + 1)},}`, 'gu');

/** Marks, joiners and what they join: to break there would make two signs of one. */
const JOINED = /^[\p{M}\p{Emoji_Modifier}\u200d\ufe00-\ufe0f]/u;

function withBreaks(run: string): string {
  let since = 0;
  let broken = '';
  let last = '';
  for (const character of run) {
    const mayBreak = last !== '\u200d' && !JOINED.test(character);
    if (since >= STEP && mayBreak) {
      broken += BREAK;
      since = 0;
    }
    broken += character;
    since += 1;
    last = character;
  }
  return broken;
}

/**
 * A text in which a very long word may be broken, wherever it is drawn: a column would otherwise be as
 * wide as the word.
 */
export const wrappable = (text: string): string => text.replaceAll(LONG_RUN, withBreaks);
