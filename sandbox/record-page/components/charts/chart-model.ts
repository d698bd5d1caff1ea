import { shadeOf, shadesFor } from './chart-colors.ts';
import type { ChartProps, ChartRow } from './chart-rows.ts';
import { chartRows } from './chart-rows.ts';

/** The rows of one colour. */
export interface Series {
  readonly name: string;
  readonly shade: string;
  /** By the place of their category. */
  readonly values: ReadonlyMap<number, number>;
}

/** What a chart draws, whatever its size. */
export interface ChartModel {
  /** Values along the x axis, each once, in the order of the data. */
  readonly categories: readonly (string | number)[];
  readonly series: readonly Series[];
  readonly isStacked: boolean;
  /** Where the colour only repeats the category, each category has one bar of its full width. */
  readonly isColouredByCategory: boolean;
}

type Relabel = (field: string | undefined, value: string) => string;

function relabelOf({ data }: ChartProps): Relabel {
  const labels = Array.isArray(data) ? undefined : data.options?.propertyLabels;
  return (field, value) => (field === undefined ? undefined : labels?.[field]?.[value]) ?? value;
}

function valuesOf(
  chart: string,
  rows: readonly ChartRow[],
  places: ReadonlyMap<string | number, number>,
): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  for (const { x, y, group } of rows) {
    const place = places.get(x) ?? 0;
    if (values.has(place)) {
      throw new Error(`${chart} has two rows for "${String(x)}"${group && ` and "${group}"`}.`);
    }
    values.set(place, y);
  }
  return values;
}

/** Rows by category and colour; throws what the SDK's types would not have let through. */
export function chartModel(chart: string, props: ChartProps): ChartModel {
  const rows = chartRows(chart, props);
  const { axes, options } = props;
  const relabel = relabelOf(props);
  const keys = [...new Set(rows.map(({ x }) => x))];
  const places = new Map(keys.map((key, place) => [key, place]));
  const groups = [...new Set(rows.map(({ group }) => group))];
  const { groupFieldByColor, colors = {}, stacking = false } = axes.options ?? {};
  const shades = shadesFor(groups.length, options?.colorList);
  const series = groups.map((group, index) => {
    const colour = colors[group];
    return {
      name: group === '' ? (axes.y.label ?? axes.y.field) : relabel(groupFieldByColor, group),
      shade: colour === undefined ? (shades[index] ?? '') : shadeOf(colour),
      values: valuesOf(
        chart,
        rows.filter((row) => row.group === group),
        places,
      ),
    };
  });
  return {
    categories: keys.map((key) => (typeof key === 'number' ? key : relabel(axes.x.field, key))),
    series,
    isStacked: stacking,
    isColouredByCategory: groupFieldByColor === axes.x.field,
  };
}
