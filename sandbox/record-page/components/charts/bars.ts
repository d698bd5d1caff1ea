import type { ChartModel, Series } from './chart-model.ts';

/** One bar: its column as shares of its category's width, its height from value to value. */
export interface Bar {
  readonly series: Series;
  readonly place: number;
  readonly value: number;
  readonly left: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

/** How much of a category's width its bars take. */
const FILLED = 0.76;

function stackedBars(series: readonly Series[], place: number): readonly Bar[] {
  const bars: Bar[] = [];
  let above = 0;
  let below = 0;
  for (const one of series) {
    const value = one.values.get(place);
    if (value === undefined) continue;
    // What is negative hangs below zero and takes nothing from the stack above it.
    const from = value < 0 ? below : above;
    const to = from + value;
    if (value < 0) below = to;
    else above = to;
    bars.push({ series: one, place, value, left: (1 - FILLED) / 2, width: FILLED, from, to });
  }
  return bars;
}

function groupedBars(series: readonly Series[], place: number): readonly Bar[] {
  const width = FILLED / series.length;
  return series.flatMap((one, index) => {
    const value = one.values.get(place);
    if (value === undefined) return [];
    const left = (1 - FILLED) / 2 + index * width;
    return [{ series: one, place, value, left, width, from: 0, to: value }];
  });
}

export function barsOf({
  categories,
  series,
  isStacked,
  isColouredByCategory,
}: ChartModel): readonly Bar[] {
  const layOut = isStacked || isColouredByCategory ? stackedBars : groupedBars;
  return categories.flatMap((_, place) => layOut(series, place));
}
