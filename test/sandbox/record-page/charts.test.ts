import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../../sandbox/record-page/components/chart-data.ts';
import {
  axisText,
  chartData,
  positionOf,
  shadesFor,
} from '../../../sandbox/record-page/components/chart-data.ts';
import { labelLayout, shortened } from '../../../sandbox/record-page/components/chart-labels.ts';

const rows = [
  { month: 'May', kind: 'gross', amount: 900 },
  { month: 'May', kind: 'net', amount: -100 },
  { month: 'June', kind: 'net', amount: 300 },
];
const x = { field: 'month', fieldType: 'category' } as const;
const y = { field: 'amount', fieldType: 'linear' } as const;
const byKind = { x, y, options: { groupFieldByColor: 'kind' } };

/** Props as they arrive: from another thread, with no types. */
const dataOf = (props: object): ChartData =>
  chartData('BarChart', props as Parameters<typeof chartData>[1]);

describe('chartData', () => {
  it('keeps rows, categories and colors in the order of the data', () => {
    const data = dataOf({ data: rows, axes: byKind });
    expect(data.categories).toEqual(['May', 'June']);
    expect(data.series.map(({ name }) => name)).toEqual(['gross', 'net']);
    expect(data.points).toEqual([
      { category: 'May', series: 'gross', value: 900 },
      { category: 'May', series: 'net', value: -100 },
      { category: 'June', series: 'net', value: 300 },
    ]);
  });

  it('gives each color once: by value, then as listed in the options, then the others', () => {
    const options = { groupFieldByColor: 'kind', colors: { net: 'darkGreen' } };
    const model = dataOf({
      data: rows,
      axes: { x, y, options },
      options: { colorList: ['purple'] },
    });
    const purple = dataOf({
      data: rows,
      axes: { x, y, options: { ...options, colors: { net: 'purple' } } },
    });
    expect(model.series[0]?.shade).toBe(purple.series[1]?.shade);
    expect(new Set(model.series.map(({ shade }) => shade)).size).toBe(2);
  });

  it('relabels values as the options say', () => {
    const propertyLabels = { kind: { gross: 'Gross' }, month: { May: 'Maggio' } };
    const model = dataOf({ data: { data: rows, options: { propertyLabels } }, axes: byKind });
    expect(model.categories).toEqual(['Maggio', 'June']);
    expect(model.series.map(({ name }) => name)).toEqual(['Gross', 'net']);
  });

  it('stacks where the options say so and where the color only repeats the category', () => {
    const isStacked = (options: object): boolean =>
      dataOf({ data: rows.slice(1), axes: { x, y, options } }).isStacked;
    expect(isStacked({ groupFieldByColor: 'kind' })).toBe(false);
    expect(isStacked({ groupFieldByColor: 'kind', stacking: true })).toBe(true);
    expect(isStacked({ groupFieldByColor: 'month' })).toBe(true);
  });

  it('is empty without rows', () => {
    expect(dataOf({ data: [], axes: byKind })).toMatchObject({ categories: [], series: [] });
  });

  it.each([
    ['no data', { axes: byKind }, 'BarChart needs data'],
    ['no axes', { data: rows }, 'BarChart needs axes.x.field'],
    ['no y axis', { data: rows, axes: { x } }, 'BarChart needs axes.y.field'],
    ['no field type', { data: rows, axes: { x: { field: 'month' }, y } }, 'axes.x.fieldType'],
    [
      'an unknown field type',
      { data: rows, axes: { x: { ...x, fieldType: 'date' }, y } },
      'fieldType',
    ],
    [
      'a y axis of words',
      { data: rows, axes: { x, y: { ...y, fieldType: 'category' } } },
      'linear y axis',
    ],
    ['a row without its value', { data: [{ month: 'May' }], axes: { x, y } }, 'Row 1 of BarChart'],
    [
      'a value that is no number',
      { data: [{ month: 'May', amount: '9' }], axes: { x, y } },
      'no number',
    ],
    [
      'a value that is not finite',
      { data: [{ month: 'May', amount: NaN }], axes: { x, y } },
      'Row 1',
    ],
    ['a row without its color', { data: [{ month: 'May', amount: 1 }], axes: byKind }, '"kind"'],
    [
      'two rows for one bar',
      { data: [rows[0], rows[0]], axes: byKind },
      'two rows for "May" and "gross"',
    ],
    [
      'a color that does not exist',
      { data: rows, axes: byKind, options: { colorList: ['red'] } },
      '"red"',
    ],
  ])('refuses %s', (_, props, message) => {
    expect(() => dataOf(props)).toThrow(message);
  });
});

describe('shadesFor', () => {
  it('gives each color once before it repeats the first', () => {
    expect(new Set(shadesFor(14, ['darkBlue', 'aqua'])).size).toBe(14);
    expect(shadesFor(15, ['darkBlue']).at(-1)).toBe(shadesFor(1, ['darkBlue'])[0]);
  });
});

describe('labels', () => {
  it('are upright, rotated, or only every second is written, as there is room', () => {
    const months = ['2026-01', '2026-02', '2026-03'];
    expect(labelLayout(months, 180)).toMatchObject({ tickRotate: 0, every: 1 });
    expect(labelLayout(months, 60)).toMatchObject({ tickRotate: -40, every: 1 });
    expect(labelLayout(months, 30)).toMatchObject({ tickRotate: -40, every: 2 });
  });

  it('are shortened where they are long, Japanese ones earlier', () => {
    const long = shortened('A customer with a long name');
    expect(long).toMatch(/^A customer .*…$/);
    expect(long.length).toBeGreaterThan(shortened('株式会社日本のとても長い名前').length);
  });

  it('are positioned by their time or number', () => {
    expect(positionOf('1970-01-02', true)).toBe(86_400_000);
    expect(positionOf(7, false)).toBe(7);
    expect(() => positionOf('soon', true)).toThrow('"soon" is not a time');
    expect(() => positionOf('a', false)).toThrow('numbers only');
  });

  it.each([
    ['2026-03-01', 'datetime', 'it-it', '1 mar 2026'],
    [1_772_323_200_000, 'datetime', 'en-gb', '28 Feb 2026'],
    [12_345.5, 'linear', 'de-de', '12.345,5'],
    ['May', 'category', 'it-it', 'May'],
  ] as const)('%s as %s in %s is %s', (value, fieldType, locale, text) => {
    const settings = { locale, timeZone: 'America/New_York', companyCurrency: null };
    expect(axisText(value, fieldType, settings)).toBe(text);
  });
});
