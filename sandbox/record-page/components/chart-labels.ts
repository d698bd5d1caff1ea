/** Pixels of a character of an axis label; Chinese, Japanese and Korean ones are square. */
const CHARACTER_PX = 6.2;
const SQUARE_PX = 11;
const SQUARE = /[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/;

const MAX_LABEL_PX = 100;

/** Pixels between two rotated labels. */
const ROTATED_LABEL_PX = 16;

export const textWidth = (text: string): number =>
  Array.from(text).reduce((px, char) => px + (SQUARE.test(char) ? SQUARE_PX : CHARACTER_PX), 0);

export function shortened(text: string): string {
  if (textWidth(text) <= MAX_LABEL_PX) return text;
  let kept = Array.from(text);
  while (textWidth(kept.join('')) > MAX_LABEL_PX) kept = kept.slice(0, -1);
  return `${kept.join('')}…`;
}

interface LabelLayout {
  readonly tickRotate: number;
  /** Pixels below the axis. */
  readonly height: number;
  /** Every how many labels one is written. */
  readonly every: number;
}

/** Upright where every label fits beside the next, else rotated, else only every second, third... */
export function labelLayout(texts: readonly string[], width: number): LabelLayout {
  const distance = width / Math.max(1, texts.length);
  const widest = Math.max(0, ...texts.map(textWidth));
  if (widest + 6 <= distance) return { tickRotate: 0, height: 22, every: 1 };
  const longest = Math.min(widest, MAX_LABEL_PX);
  const every = Math.max(1, Math.ceil(ROTATED_LABEL_PX / distance));
  return { tickRotate: -40, height: 20 + longest * 0.64, every };
}
