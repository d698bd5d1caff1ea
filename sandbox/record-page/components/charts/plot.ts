import type { LabelLayout } from './label-layout.ts';
import { labelLayout, textWidth } from './label-layout.ts';
import type { Scale } from './scale.ts';

const PLOT_HEIGHT = 200;
const TOP = 18;
const RIGHT = 12;
const AXIS_NAME = 20;

/** Where things stand in a chart, in pixels. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly columnWidth: number;
  readonly xLabels: LabelLayout;
  /** The height of a value. */
  readonly yOf: (value: number) => number;
  /** The place of a share of the plot's width. */
  readonly xOf: (share: number) => number;
}

interface PlotParts {
  readonly width: number;
  readonly scale: Scale;
  readonly tickTexts: readonly string[];
  readonly xTexts: readonly string[];
  /** Where along the width each label stands, as a share. */
  readonly xShares: readonly number[];
}

/** The least distance between two neighbours, as a share of the width. */
function leastGap(shares: readonly number[]): number {
  const sorted = [...shares].sort((left, right) => left - right);
  return Math.min(1, ...sorted.slice(1).map((share, index) => share - (sorted[index] ?? 0)));
}

export function plotOf({ width, scale, tickTexts, xTexts, xShares }: PlotParts): Plot {
  const left = AXIS_NAME + 8 + Math.max(...tickTexts.map(textWidth));
  const right = Math.max(left + 40, width - RIGHT);
  const columnWidth = (right - left) / Math.max(1, xTexts.length);
  const xLabels = labelLayout(xTexts, leastGap(xShares) * (right - left));
  const bottom = TOP + PLOT_HEIGHT;
  return {
    left,
    right,
    top: TOP,
    bottom,
    height: bottom + xLabels.height + AXIS_NAME,
    columnWidth,
    xLabels,
    yOf: (value) => bottom - scale.share(value) * PLOT_HEIGHT,
    xOf: (share) => left + share * (right - left),
  };
}
