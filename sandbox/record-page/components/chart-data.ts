import type { BarChartProps } from '@hubspot/ui-extensions';
import type { FormatSettings } from '../format/property.ts';

/** The props of both charts are the same type. */
export type ChartProps = Pick<BarChartProps, 'axes' | 'data' | 'options' | 'testId'>;
type ChartColor = NonNullable<NonNullable<ChartProps['options']>['colorList']>[number];
type FieldType = ChartProps['axes']['x']['fieldType'];

/** Shades of the SDK's colors (ChartColor), in the order in which series get them. */
const SHADES: Readonly<Record<ChartColor, string>> = {
  orange: '#f2803f',
  aqua: '#2fb8bd',
  purple: '#9f85dd',
  yellow: '#e5b32c',
  pink: '#e0779f',
  blue: '#5aa5d8',
  green: '#7fbf5f',
  darkOrange: '#b8501a',
  darkAqua: '#14797d',
  darkPurple: '#6444b0',
  darkYellow: '#9a7410',
  darkPink: '#a83a68',
  darkBlue: '#1f6597',
  darkGreen: '#43782a',
};

const isChartColor = (color: string): color is ChartColor => Object.hasOwn(SHADES, color);

function shadeOf(color: string): string {
  if (isChartColor(color)) return SHADES[color];
  throw new Error(`"${color}" is not a color of HubSpot's charts.`);
}

/** The shades of `count` series: the requested ones, then the others, then the first again. */
export function shadesFor(count: number, requested: readonly string[] = []): readonly string[] {
  const first = requested.map(shadeOf);
  const order = [...first, ...Object.values(SHADES).filter((shade) => !first.includes(shade))];
  return Array.from({ length: count }, (_, index) => order[index % order.length] ?? '');
}

/** One row of a chart's data. */
export interface ChartPoint {
  readonly category: string | number;
  readonly series: string;
  readonly value: number;
}

export interface ChartData {
  readonly points: readonly ChartPoint[];
  /** Values along the x axis, each once, in the order of the data. */
  readonly categories: readonly (string | number)[];
  readonly series: readonly { readonly name: string; readonly shade: string }[];
  /** Also true where the color only repeats the category: each category then has one bar. */
  readonly isStacked: boolean;
}

const FIELD_TYPES: ReadonlySet<unknown> = new Set<FieldType>(['category', 'datetime', 'linear']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// The worker sends props without types: one that the SDK's types require may be missing.
function requireAxis(chart: string, axes: unknown, name: 'x' | 'y'): void {
  const axis = isObject(axes) ? axes[name] : undefined;
  if (!isObject(axis) || typeof axis['field'] !== 'string') {
    throw new Error(`${chart} needs axes.${name}.field.`);
  }
  if (!FIELD_TYPES.has(axis['fieldType'])) {
    throw new Error(`${chart} needs axes.${name}.fieldType: category, datetime or linear.`);
  }
}

function rowsOf(chart: string, { data, axes }: ChartProps): readonly unknown[] {
  requireAxis(chart, axes, 'x');
  requireAxis(chart, axes, 'y');
  if (axes.y.fieldType !== 'linear') {
    throw new Error(`The record page draws a ${chart} with a linear y axis only.`);
  }
  const given: unknown = data;
  const rows = isObject(given) ? given['data'] : given;
  if (!Array.isArray(rows)) throw new Error(`${chart} needs data: a list of rows.`);
  return rows;
}

function fieldOf(row: unknown, field: string, where: string): string | number {
  const value = isObject(row) ? row[field] : undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Error(`${where} has no text or number in "${field}".`);
}

interface ChartRow {
  readonly x: string | number;
  readonly y: number;
  /** The value of the field that decides the color; empty where there is none. */
  readonly group: string;
}

function chartRows(chart: string, props: ChartProps): readonly ChartRow[] {
  const seen = new Set<string>();
  return rowsOf(chart, props).map((row, index) => {
    const { x: xAxis, y: yAxis, options } = props.axes;
    const where = `Row ${String(index + 1)} of ${chart}`;
    const y = fieldOf(row, yAxis.field, where);
    if (typeof y !== 'number') throw new Error(`${where} has no number in "${yAxis.field}".`);
    const colorField = options?.groupFieldByColor;
    const group = colorField === undefined ? '' : String(fieldOf(row, colorField, where));
    const x = fieldOf(row, xAxis.field, where);
    const key = JSON.stringify([x, group]);
    if (seen.has(key)) {
      throw new Error(`${chart} has two rows for "${String(x)}"${group && ` and "${group}"`}.`);
    }
    seen.add(key);
    return { x, y, group };
  });
}

/** The data by category and series; throws for what the SDK's types forbid. */
export function chartData(chart: string, props: ChartProps): ChartData {
  const rows = chartRows(chart, props);
  const { axes, options, data } = props;
  const labels = 'data' in data ? data.options?.propertyLabels : undefined;
  const relabel = (field: string | undefined, value: string): string =>
    (field === undefined ? undefined : labels?.[field]?.[value]) ?? value;
  const { groupFieldByColor, colors = {}, stacking = false } = axes.options ?? {};
  const categoryOf = (x: string | number) => (typeof x === 'number' ? x : relabel(axes.x.field, x));
  const nameOf = (group: string): string =>
    group === '' ? (axes.y.label ?? axes.y.field) : relabel(groupFieldByColor, group);
  const groups = [...new Set(rows.map(({ group }) => group))];
  const shades = shadesFor(groups.length, options?.colorList);
  return {
    points: rows.map(({ x, y, group }) => ({
      category: categoryOf(x),
      series: nameOf(group),
      value: y,
    })),
    categories: [...new Set(rows.map(({ x }) => categoryOf(x)))],
    series: groups.map((group, index) => {
      const color = colors[group];
      return {
        name: nameOf(group),
        shade: color === undefined ? (shades[index] ?? '') : shadeOf(color),
      };
    }),
    isStacked: stacking || groupFieldByColor === axes.x.field,
  };
}

/** Milliseconds of a timestamp or an ISO date; throws for another text. */
function epochMsOf(value: string | number): number {
  const epochMs = typeof value === 'number' ? value : Date.parse(value);
  if (Number.isNaN(epochMs)) throw new Error(`"${String(value)}" is not a time for a chart.`);
  return epochMs;
}

/** The value of a category along a time or number axis. */
export function positionOf(category: string | number, isTime: boolean): number {
  if (isTime) return epochMsOf(category);
  if (typeof category === 'number') return category;
  throw new Error('A linear x axis takes numbers only.');
}

export const numberText = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value);

/** A value of the x axis as the user's locale writes it. */
export function axisText(
  value: string | number,
  fieldType: FieldType,
  { locale, timeZone }: FormatSettings,
): string {
  switch (fieldType) {
    case 'category':
      return String(value);
    case 'linear':
      return typeof value === 'number' ? numberText(value, locale) : value;
    case 'datetime': {
      // A date without a time is the same day in every time zone.
      const isDateOnly = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
      const format = new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        timeZone: isDateOnly ? 'UTC' : timeZone,
      });
      return format.format(epochMsOf(value));
    }
  }
}
