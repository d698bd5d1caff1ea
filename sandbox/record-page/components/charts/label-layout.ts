/** About the width of a character of an 11 px label; Chinese, Japanese and Korean ones are square. */
const CHARACTER_PX = 6.2;
const SQUARE_PX = 11;

const LONGEST_PX = 100;

/** Pixels between two labels that stand aslant. */
const ASLANT_PX = 16;

const SQUARE = /[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/g;

export function textWidth(text: string): number {
  const squareCount = text.match(SQUARE)?.length ?? 0;
  return text.length * CHARACTER_PX + squareCount * (SQUARE_PX - CHARACTER_PX);
}

export interface LabelLayout {
  readonly isAslant: boolean;
  /** Pixels below the axis. */
  readonly height: number;
  /** Labels, shortened where they are long; null for one that has no room. */
  readonly labels: readonly (string | null)[];
}

const shortened = (text: string): string => {
  if (textWidth(text) <= LONGEST_PX) return text;
  const characters = Array.from(text);
  const kept = characters.findIndex(
    (_, count) => textWidth(characters.slice(0, count).join('')) > LONGEST_PX,
  );
  return `${characters.slice(0, kept - 1).join('')}…`;
};

/** Upright where every label fits between its neighbours, else aslant, else every second, third... of them. */
export function labelLayout(texts: readonly string[], distance: number): LabelLayout {
  const widest = Math.max(0, ...texts.map(textWidth));
  if (widest + 6 <= distance) return { isAslant: false, height: 22, labels: texts };
  const every = Math.max(1, Math.ceil(ASLANT_PX / distance));
  const labels = texts.map((text, place) => (place % every === 0 ? shortened(text) : null));
  const longest = Math.max(0, ...labels.map((label) => textWidth(label ?? '')));
  return { isAslant: true, height: 16 + longest * 0.64, labels };
}
