import type { ChartModel, Series } from './chart-model.ts';
import type { ChartProps } from './chart-rows.ts';
import { epochMsOf } from './chart-texts.ts';

/** One point of a line: where along the width, as a share, and how high, as a value. */
interface Point {
  readonly place: number;
  readonly value: number;
  readonly height: number;
}

export interface Line {
  readonly series: Series;
  readonly points: readonly Point[];
}

/** Lines over each other, or each on top of those before it. */
export function linesOf({ categories, series, isStacked }: ChartModel): readonly Line[] {
  const heights = new Map<number, number>();
  return series.map((one) => ({
    series: one,
    points: categories.flatMap((_, place) => {
      const value = one.values.get(place);
      if (value === undefined) return [];
      const height = isStacked ? (heights.get(place) ?? 0) + value : value;
      heights.set(place, height);
      return [{ place, value, height }];
    }),
  }));
}

/** Categories stand evenly; times and numbers as far apart as they are. */
export function sharesAlong(
  categories: ChartModel['categories'],
  fieldType: ChartProps['axes']['x']['fieldType'],
): readonly number[] {
  const evenly = categories.map((_, place) => (place + 0.5) / categories.length);
  if (fieldType === 'category') return evenly;
  const values = categories.map((value) =>
    fieldType === 'datetime' ? epochMsOf(value) : Number(value),
  );
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  if (Number.isNaN(span)) throw new Error('A linear x axis takes numbers only.');
  // Half a column at each end, so that the first and the last label have room.
  const margin = 0.5 / categories.length;
  return span === 0
    ? evenly
    : values.map((value) => margin + ((1 - 2 * margin) * (value - least)) / span);
}
