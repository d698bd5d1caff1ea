import type { LineChartProps } from '@hubspot/ui-extensions';
import type { Drawing } from './ChartFrame.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { chartModel } from './chart-model.ts';
import type { Line } from './lines.ts';
import { linesOf, sharesAlong } from './lines.ts';
import { scaleOf } from './scale.ts';

interface LineMarkProps {
  readonly line: Line;
  readonly shares: readonly number[];
  readonly drawing: Drawing;
  readonly options: NonNullable<LineChartProps['options']>;
}

function LineMark({ line, shares, drawing, options }: LineMarkProps) {
  const { plot, xTexts, numberText } = drawing;
  const { name, shade } = line.series;
  const points = line.points
    .map(({ place, value, height }) => ({
      place,
      value,
      x: plot.xOf(shares[place] ?? 0),
      y: plot.yOf(height),
    }))
    .sort((left, right) => left.x - right.x);
  return (
    <g data-series={name}>
      <polyline
        className="chart-line"
        points={points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')}
        stroke={shade}
      />
      {points.map(({ place, value, x, y }) => (
        <g key={place} data-category={xTexts[place]} data-value={value}>
          <circle cx={x} cy={y} r={3.5} fill={shade} />
          {options.showTooltips === true && (
            <title>{`${xTexts[place] ?? ''}\n${name}: ${numberText(value)}`}</title>
          )}
          {options.showDataLabels === true && (
            <text className="chart-value" x={x} y={y - 8} textAnchor="middle">
              {numberText(value)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** A line a colour, by category or along time: the SDK's chart, drawn without a library. */
export function LineChart(props: LineChartProps) {
  const { options = {}, axes } = props;
  const model = chartModel('LineChart', props);
  const lines = linesOf(model);
  const scale = scaleOf(lines.flatMap(({ points }) => points.map(({ height }) => height)));
  const shares = sharesAlong(model.categories, axes.x.fieldType);
  return (
    <ChartFrame
      chart="LineChart"
      {...{ props, model, scale }}
      xShares={shares}
      marks={(drawing) =>
        lines.map((line) => (
          <LineMark key={line.series.name} {...{ line, shares, drawing, options }} />
        ))
      }
    />
  );
}
