import type { BarChartProps } from '@hubspot/ui-extensions';

/** The props of both charts are the same type. */
export type ChartProps = Pick<BarChartProps, 'data' | 'axes' | 'options' | 'testId'>;

/** One row of a chart's data, by the roles of its fields. */
export interface ChartRow {
  readonly x: string | number;
  readonly y: number;
  /** The value of the field that decides the colour; empty where there is none. */
  readonly group: string;
}

const FIELD_TYPES: ReadonlySet<string> = new Set(['category', 'datetime', 'linear']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// What a card sends has no types any more: a prop that the SDK's types ask for may be missing.
function requireAxis(chart: string, axes: unknown, name: 'x' | 'y'): void {
  const axis = isObject(axes) ? axes[name] : undefined;
  if (!isObject(axis) || typeof axis['field'] !== 'string') {
    throw new Error(`${chart} needs axes.${name}.field.`);
  }
  if (typeof axis['fieldType'] !== 'string' || !FIELD_TYPES.has(axis['fieldType'])) {
    throw new Error(`${chart} needs axes.${name}.fieldType: category, datetime or linear.`);
  }
}

function dataOf(chart: string, data: unknown): readonly unknown[] {
  const rows = isObject(data) ? data['data'] : data;
  if (!Array.isArray(rows)) throw new Error(`${chart} needs data: a list of rows.`);
  return rows;
}

function fieldOf(chart: string, row: unknown, place: number, field: string): string | number {
  const value = isObject(row) ? row[field] : undefined;
  if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) {
    return value;
  }
  throw new Error(`Row ${String(place + 1)} of ${chart} has no text or number in "${field}".`);
}

/** The data with the roles of its fields; throws what is missing or not of its type. */
export function chartRows(chart: string, { data, axes }: ChartProps): readonly ChartRow[] {
  requireAxis(chart, axes, 'x');
  requireAxis(chart, axes, 'y');
  if (axes.y.fieldType !== 'linear') {
    throw new Error(`The record page draws a ${chart} with a linear y axis only.`);
  }
  const colourField = axes.options?.groupFieldByColor;
  return dataOf(chart, data).map((row, place) => {
    const y = fieldOf(chart, row, place, axes.y.field);
    if (typeof y !== 'number') {
      throw new Error(`Row ${String(place + 1)} of ${chart} has no number in "${axes.y.field}".`);
    }
    const group = colourField === undefined ? '' : fieldOf(chart, row, place, colourField);
    return { x: fieldOf(chart, row, place, axes.x.field), y, group: String(group) };
  });
}
