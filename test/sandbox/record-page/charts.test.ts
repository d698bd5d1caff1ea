import { describe, expect, it } from 'vitest';
import { barsOf } from '../../../sandbox/record-page/components/charts/bars.ts';
import { shadeOf, shadesFor } from '../../../sandbox/record-page/components/charts/chart-colors.ts';
import { chartModel } from '../../../sandbox/record-page/components/charts/chart-model.ts';
import type { ChartModel } from '../../../sandbox/record-page/components/charts/chart-model.ts';
import { axisText } from '../../../sandbox/record-page/components/charts/chart-texts.ts';
import { labelLayout } from '../../../sandbox/record-page/components/charts/label-layout.ts';
import { linesOf, sharesAlong } from '../../../sandbox/record-page/components/charts/lines.ts';
import { scaleOf } from '../../../sandbox/record-page/components/charts/scale.ts';

const rows = [
  { month: 'May', kind: 'gross', amount: 900 },
  { month: 'May', kind: 'net', amount: -100 },
  { month: 'June', kind: 'net', amount: 300 },
];
const x = { field: 'month', fieldType: 'category' } as const;
const y = { field: 'amount', fieldType: 'linear' } as const;
const byKind = { x, y, options: { groupFieldByColor: 'kind' } };

/** Props as they arrive: from another thread, with no types. */
const modelOf = (props: object): ChartModel =>
  chartModel('BarChart', props as Parameters<typeof chartModel>[1]);

describe('chartModel', () => {
  it('keeps categories and colours in the order of the data', () => {
    const model = modelOf({ data: rows, axes: byKind });
    expect(model.categories).toEqual(['May', 'June']);
    expect(model.series.map(({ name, values }) => [name, [...values]])).toEqual([
      ['gross', [[0, 900]]],
      [
        'net',
        [
          [0, -100],
          [1, 300],
        ],
      ],
    ]);
  });

  it('gives each colour once: those asked for by value, then by order, then the others', () => {
    const options = { groupFieldByColor: 'kind', colors: { net: 'darkGreen' } };
    const model = modelOf({
      data: rows,
      axes: { x, y, options },
      options: { colorList: ['purple'] },
    });
    const purple = modelOf({
      data: rows,
      axes: { x, y, options: { ...options, colors: { net: 'purple' } } },
    });
    expect(model.series[0]?.shade).toBe(purple.series[1]?.shade);
    expect(new Set(model.series.map(({ shade }) => shade)).size).toBe(2);
  });

  it('relabels values as the options say', () => {
    const propertyLabels = { kind: { gross: 'Gross' }, month: { May: 'Maggio' } };
    const model = modelOf({ data: { data: rows, options: { propertyLabels } }, axes: byKind });
    expect(model.categories).toEqual(['Maggio', 'June']);
    expect(model.series.map(({ name }) => name)).toEqual(['Gross', 'net']);
  });

  it('is empty without rows', () => {
    expect(modelOf({ data: [], axes: byKind })).toMatchObject({ categories: [], series: [] });
  });

  it.each([
    ['no data', { axes: byKind }, 'BarChart needs data'],
    ['no axes', { data: rows }, 'BarChart needs axes.x.field'],
    ['no y axis', { data: rows, axes: { x } }, 'BarChart needs axes.y.field'],
    ['no field type', { data: rows, axes: { x: { field: 'month' }, y } }, 'axes.x.fieldType'],
    [
      'a field type that is none',
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
    ['a row without its colour', { data: [{ month: 'May', amount: 1 }], axes: byKind }, '"kind"'],
    [
      'two rows for one bar',
      { data: [rows[0], rows[0]], axes: byKind },
      'two rows for "May" and "gross"',
    ],
    [
      'a colour that is none',
      { data: rows, axes: byKind, options: { colorList: ['red'] } },
      '"red"',
    ],
  ])('refuses %s', (_, props, message) => {
    expect(() => modelOf(props)).toThrow(message);
  });
});

describe('shadesFor', () => {
  it('hands each colour out once before the first comes again', () => {
    expect(new Set(shadesFor(14, ['darkBlue', 'aqua'])).size).toBe(14);
    expect(shadesFor(15, ['darkBlue']).at(-1)).toBe(shadeOf('darkBlue'));
  });
});

describe('scaleOf', () => {
  it.each([
    [[], [0, 1]],
    [[0], [0, 1]],
    [[910], [0, 200, 400, 600, 800, 1_000]],
    [
      [-400, 2_100],
      [-500, 0, 500, 1_000, 1_500, 2_000, 2_500],
    ],
    [[0.3], [0, 0.1, 0.2, 0.3]],
    [
      [-5, -1],
      [-5, -4, -3, -2, -1, 0],
    ],
  ])('of %j has the ticks %j', (values, ticks) => {
    const scale = scaleOf(values);
    expect(scale.ticks).toEqual(ticks);
    for (const value of values) {
      expect(scale.share(value)).toBeGreaterThanOrEqual(0);
      expect(scale.share(value)).toBeLessThanOrEqual(1);
    }
  });
});

describe('barsOf', () => {
  const heights = (model: ChartModel): readonly (readonly number[])[] =>
    barsOf(model).map(({ place, from, to }) => [place, from, to]);

  it('stands bars side by side, each in the place of its colour', () => {
    const bars = barsOf(modelOf({ data: rows, axes: byKind }));
    expect(bars.map(({ place, from, to }) => [place, from, to])).toEqual([
      [0, 0, 900],
      [0, 0, -100],
      [1, 0, 300],
    ]);
    expect(bars[2]?.left).toBe(bars[1]?.left);
    expect(bars[0]?.left).toBeLessThan(bars[1]?.left ?? 0);
  });

  it('stacks upwards what is positive, and downwards what is not', () => {
    const data = [
      { month: 'May', kind: 'a', amount: 5 },
      { month: 'May', kind: 'b', amount: -2 },
      { month: 'May', kind: 'c', amount: 3 },
      { month: 'May', kind: 'd', amount: -4 },
    ];
    const axes = { x, y, options: { groupFieldByColor: 'kind', stacking: true } };
    expect(heights(modelOf({ data, axes }))).toEqual([
      [0, 0, 5],
      [0, 0, -2],
      [0, 5, 8],
      [0, -2, -6],
    ]);
  });

  it('gives a category its whole width where the colour only repeats it', () => {
    const data = rows.slice(1);
    const axes = { x, y, options: { groupFieldByColor: 'month' } };
    const [first, second] = barsOf(modelOf({ data, axes }));
    expect(first?.left).toBe(second?.left);
    expect(first?.width).toBe(second?.width);
  });
});

describe('lines', () => {
  it('lie over each other, or each on those before it', () => {
    const model = modelOf({ data: rows, axes: byKind });
    const heightsOf = (lines: ReturnType<typeof linesOf>): readonly (readonly number[])[] =>
      lines.map(({ points }) => points.map(({ height }) => height));
    expect(heightsOf(linesOf(model))).toEqual([[900], [-100, 300]]);
    expect(heightsOf(linesOf({ ...model, isStacked: true }))).toEqual([[900], [800, 300]]);
  });

  it('stand as far apart as their times are', () => {
    const [first = 0, second = 0, third = 0] = sharesAlong(
      ['2026-01-01', '2026-01-02', '2026-01-05'],
      'datetime',
    );
    expect((third - second) / (second - first)).toBeCloseTo(3);
    expect(sharesAlong(['a', 'b'], 'category')).toEqual([0.25, 0.75]);
    expect(() => sharesAlong(['soon', 'later'], 'datetime')).toThrow('"soon" is not a time');
    expect(() => sharesAlong(['a', 'b'], 'linear')).toThrow('numbers only');
  });
});

describe('labels', () => {
  it('stand upright, aslant, or only every second, as there is room', () => {
    const months = ['2026-01', '2026-02', '2026-03'];
    expect(labelLayout(months, 60)).toMatchObject({ isAslant: false, labels: months });
    expect(labelLayout(months, 20)).toMatchObject({ isAslant: true, labels: months });
    expect(labelLayout(months, 10).labels).toEqual(['2026-01', null, '2026-03']);
  });

  it('are shortened where they are long, Japanese ones earlier', () => {
    const [long, japanese] = labelLayout(
      ['A customer with a long name', '株式会社日本のとても長い名前'],
      40,
    ).labels;
    expect(long).toMatch(/^A customer .*…$/);
    expect(long?.length).toBeGreaterThan(japanese?.length ?? 0);
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
