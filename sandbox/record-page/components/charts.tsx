import type { BarChartProps, LineChartProps } from '@hubspot/ui-extensions';
import * as Plot from '@observablehq/plot';
import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { FormatSettings } from '../format/property.ts';
import { useFormatSettings } from '../state/page-context.ts';
import type { ChartData, ChartPoint, ChartProps } from './chart-data.ts';
import { axisText, chartData, numberText, positionOf } from './chart-data.ts';
import { labelLayout, shortened, textWidth } from './chart-labels.ts';

const PLOT_HEIGHT = 200;

interface Drawing {
  readonly props: ChartProps;
  readonly data: ChartData;
  readonly settings: FormatSettings;
  readonly width: number;
}

interface Frame {
  readonly plot: Plot.PlotOptions;
  readonly xAxis: {
    readonly label: string;
    readonly labelArrow: 'none';
    readonly tickRotate: number;
  };
  /** The categories that the x axis has room to write. */
  readonly xTicks: readonly (string | number)[];
  readonly tickText: (category: string | number) => string;
  /** The texts of a point; as a tooltip and beside the mark only where the options ask for it. */
  readonly describe: { readonly ariaLabel: PointText; readonly title?: PointText };
  readonly labels: (
    place: Plot.TextOptions,
    points?: readonly ChartPoint[],
  ) => readonly Plot.Markish[];
}

type PointText = (point: ChartPoint) => string;

/** The axes, colors and texts that both charts have around their marks. */
function frameOf({ props, data, settings, width }: Drawing): Frame {
  const { axes, options = {} } = props;
  const { showTooltips = false, showDataLabels = false } = options;
  const textOf = (category: string | number): string =>
    axisText(category, axes.x.fieldType, settings);
  const valueText = (value: number): string => numberText(value, settings.locale);
  const describe: PointText = ({ category, series, value }) =>
    `${textOf(category)}, ${series}: ${valueText(value)}`;
  const xLabels = labelLayout(data.categories.map(textOf), width - 80);
  const valueWidths = data.points.map(({ value }) => textWidth(valueText(value)));
  return {
    plot: {
      width,
      height: PLOT_HEIGHT + xLabels.height + 40,
      marginTop: 28,
      marginBottom: xLabels.height + 24,
      marginLeft: 24 + Math.max(16, ...valueWidths),
      color: {
        domain: data.series.map(({ name }) => name),
        range: data.series.map(({ shade }) => shade),
      },
      y: {
        label: axes.y.label ?? axes.y.field,
        labelArrow: 'none',
        grid: true,
        nice: true,
        ticks: 5,
        tickFormat: valueText,
      },
    },
    xAxis: {
      label: axes.x.label ?? axes.x.field,
      labelArrow: 'none',
      tickRotate: xLabels.tickRotate,
    },
    xTicks: data.categories.filter((_, index) => index % xLabels.every === 0),
    tickText: (category) => shortened(textOf(category)),
    describe: { ariaLabel: describe, ...(showTooltips && { title: describe }) },
    labels: (place, points = data.points) => {
      if (!showDataLabels) return [];
      const text: PointText = ({ value }) => valueText(value);
      return [Plot.text(points, { ...place, text, dy: -8, className: 'chart-values' })];
    },
  };
}

const zeroLine = (): Plot.Markish => Plot.ruleY([0], { className: 'chart-zero' });

/** Bars by category and color, beside each other or stacked: negative ones hang below zero. */
function drawBars(drawing: Drawing): Element {
  const { data } = drawing;
  const { plot, xAxis, xTicks, tickText, describe, labels } = frameOf(drawing);
  const category: Plot.ScaleOptions = {
    ...xAxis,
    domain: [...data.categories],
    padding: 0.24,
    ticks: [...xTicks],
    tickFormat: tickText,
  };
  const colored = { fill: 'series', ...describe } as const;
  if (data.isStacked) {
    const place = { x: 'category', y: 'value', z: 'series' } as const;
    const bars = Plot.barY(data.points, { ...place, ...colored });
    return Plot.plot({
      ...plot,
      x: category,
      marks: [bars, zeroLine(), ...labels(Plot.stackY2(place))],
    });
  }
  const place = { fx: 'category', x: 'series', y: 'value' } as const;
  const bars = Plot.barY(data.points, { ...place, ...colored });
  return Plot.plot({
    ...plot,
    fx: { ...category, axis: 'bottom' },
    // In the order of the legend: by itself it is alphabetical.
    x: { axis: null, padding: 0.05, domain: data.series.map(({ name }) => name) },
    marks: [bars, zeroLine(), ...labels(place)],
  });
}

/** Lines by color: categories at even distances, times and numbers as far apart as they are. */
function drawLines(drawing: Drawing): Element {
  const { data, props } = drawing;
  const { fieldType } = props.axes.x;
  const { plot, xAxis, xTicks, tickText, describe, labels } = frameOf(drawing);
  const isOrdinal = fieldType === 'category';
  const isTime = fieldType === 'datetime';
  const xOf = (category: string | number): number =>
    isOrdinal ? data.categories.indexOf(category) : positionOf(category, isTime);
  const categoryAt = new Map(data.categories.map((category) => [xOf(category), category]));
  const points = data.points.toSorted((a, b) => xOf(a.category) - xOf(b.category));
  const place = { x: ({ category }: ChartPoint) => xOf(category), y: 'value', z: 'series' };
  const stacked = props.axes.options?.stacking === true ? Plot.stackY2(place) : place;
  return Plot.plot({
    ...plot,
    x: {
      ...xAxis,
      type: 'linear',
      inset: 24,
      ticks: xTicks.map(xOf),
      tickFormat: (x: number) => tickText(categoryAt.get(x) ?? x),
    },
    marks: [
      Plot.lineY(points, { ...stacked, stroke: 'series' }),
      Plot.dot(points, { ...stacked, fill: 'series', r: 3.5, ...describe }),
      zeroLine(),
      ...labels(stacked, points),
    ],
  });
}

/** The element's width in pixels as it changes; 0 until it is known. */
function useWidth(element: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return width;
}

interface ChartViewProps {
  readonly chart: 'BarChart' | 'LineChart';
  readonly props: ChartProps;
  readonly draw: (drawing: Drawing) => Element;
}

/** Title, legend and drawing; numbers and days follow the user's locale. */
function Chart({ chart, props, draw }: ChartViewProps) {
  const { options = {} } = props;
  const data = chartData(chart, props);
  const settings = useFormatSettings();
  const frame = useRef<HTMLElement>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  useLayoutEffect(() => {
    if (width === 0 || data.points.length === 0) return;
    const svg = draw({ props, data, settings, width });
    svg.setAttribute('role', 'img');
    // Only what has a role may have a name.
    for (const group of svg.querySelectorAll('g[aria-label]')) group.setAttribute('role', 'group');
    svg.setAttribute('aria-label', options.title ?? chart);
    drawing.current?.replaceChildren(svg);
  });
  return (
    <figure className="chart" ref={frame} data-test-id={props.testId}>
      {options.title !== undefined && (
        <figcaption>
          <bdi>{options.title}</bdi>
        </figcaption>
      )}
      {options.showLegend === true && (
        <ul className="chart-legend">
          {data.series.map(({ name, shade }) => (
            <li key={name}>
              <span style={{ background: shade }} aria-hidden="true" />
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      {data.points.length === 0 ? <p className="chart-empty">No data</p> : <div ref={drawing} />}
    </figure>
  );
}

export function BarChart(props: BarChartProps) {
  return <Chart chart="BarChart" props={props} draw={drawBars} />;
}

export function LineChart(props: LineChartProps) {
  return <Chart chart="LineChart" props={props} draw={drawLines} />;
}
