import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useFormatSettings } from '../../page/page-context.ts';
import { ChartAxes } from './ChartAxes.tsx';
import type { ChartModel, Series } from './chart-model.ts';
import type { ChartProps } from './chart-rows.ts';
import { axisText, numberText } from './chart-texts.ts';
import type { Plot } from './plot.ts';
import { plotOf } from './plot.ts';
import type { Scale } from './scale.ts';
import { useWidth } from './use-width.ts';

/** How a chart's marks learn where they stand and what they say. */
export interface Drawing {
  readonly plot: Plot;
  readonly xTexts: readonly string[];
  readonly numberText: (value: number) => string;
}

interface ChartFrameProps {
  readonly chart: string;
  readonly props: ChartProps;
  readonly model: ChartModel;
  readonly scale: Scale;
  readonly xShares: readonly number[];
  readonly marks: (drawing: Drawing) => ReactNode;
}

function Legend({ series }: { readonly series: readonly Series[] }) {
  return (
    <ul className="chart-legend">
      {series.map(({ name, shade }) => (
        <li key={name}>
          <span style={{ background: shade }} aria-hidden="true" />
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Title, legend and axes around the marks; the words and digits of the axes follow the locale. */
export function ChartFrame({ chart, props, model, scale, xShares, marks }: ChartFrameProps) {
  const { axes, options = {} } = props;
  const settings = useFormatSettings();
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const toText = (value: number): string => numberText(value, settings.locale);
  const xTexts = model.categories.map((value) => axisText(value, axes.x.fieldType, settings));
  const tickTexts = scale.ticks.map(toText);
  const plot = plotOf({ width, scale, tickTexts, xTexts, xShares });
  const names = { xName: axes.x.label ?? axes.x.field, yName: axes.y.label ?? axes.y.field };
  return (
    <figure className="chart" ref={frame} data-test-id={props.testId}>
      {options.title !== undefined && (
        <figcaption>
          <bdi>{options.title}</bdi>
        </figcaption>
      )}
      {options.showLegend === true && <Legend series={model.series} />}
      {width > 0 && (
        <svg width={width} height={plot.height} role="img" aria-label={options.title ?? chart}>
          <ChartAxes {...{ plot, scale, tickTexts, xTexts, xShares, ...names }} />
          {marks({ plot, xTexts, numberText: toText })}
          {model.categories.length === 0 && (
            <text
              className="chart-empty"
              x={(plot.left + plot.right) / 2}
              y={(plot.top + plot.bottom) / 2}
              textAnchor="middle"
            >
              No data
            </text>
          )}
        </svg>
      )}
    </figure>
  );
}
