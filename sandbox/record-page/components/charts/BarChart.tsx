import type { BarChartProps } from '@hubspot/ui-extensions';
import type { Bar } from './bars.ts';
import { barsOf } from './bars.ts';
import type { Drawing } from './ChartFrame.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { chartModel } from './chart-model.ts';
import { scaleOf } from './scale.ts';

/** Pixels: a single category is not one bar as wide as the chart. */
const WIDEST_COLUMN = 140;

interface BarMarkProps {
  readonly bar: Bar;
  readonly drawing: Drawing;
  readonly options: NonNullable<BarChartProps['options']>;
}

function BarMark({ bar, drawing, options }: BarMarkProps) {
  const { plot, xTexts, numberText } = drawing;
  const column = Math.min(plot.columnWidth, WIDEST_COLUMN);
  const middle = plot.left + (bar.place + 0.5) * plot.columnWidth;
  const x = middle + (bar.left - 0.5) * column;
  const width = bar.width * column;
  const [top, bottom] = [plot.yOf(bar.from), plot.yOf(bar.to)].sort((a, b) => a - b);
  const text = numberText(bar.value);
  const category = xTexts[bar.place] ?? '';
  return (
    <g data-series={bar.series.name} data-category={category} data-value={bar.value}>
      <rect
        x={x}
        y={top}
        width={Math.max(1, width - 1)}
        height={Math.max(0, (bottom ?? 0) - (top ?? 0))}
        fill={bar.series.shade}
      />
      {options.showTooltips === true && <title>{`${category}\n${bar.series.name}: ${text}`}</title>}
      {options.showDataLabels === true && (
        <text
          className="chart-value"
          x={x + width / 2}
          y={bar.value < 0 ? (bottom ?? 0) + 12 : (top ?? 0) - 4}
          textAnchor="middle"
        >
          {text}
        </text>
      )}
    </g>
  );
}

/** Bars side by side, or stacked, by category: the SDK's chart, drawn without a library. */
export function BarChart(props: BarChartProps) {
  const { options = {} } = props;
  const model = chartModel('BarChart', props);
  const bars = barsOf(model);
  const scale = scaleOf(bars.flatMap(({ from, to }) => [from, to]));
  const count = model.categories.length;
  return (
    <ChartFrame
      chart="BarChart"
      {...{ props, model, scale }}
      xShares={model.categories.map((_, place) => (place + 0.5) / count)}
      marks={(drawing) =>
        bars.map((bar) => (
          <BarMark key={`${bar.series.name}/${String(bar.place)}`} {...{ bar, drawing, options }} />
        ))
      }
    />
  );
}
