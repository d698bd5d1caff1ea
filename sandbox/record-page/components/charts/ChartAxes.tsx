import type { Plot } from './plot.ts';
import type { Scale } from './scale.ts';

interface AxesProps {
  readonly plot: Plot;
  readonly scale: Scale;
  readonly tickTexts: readonly string[];
  readonly xTexts: readonly string[];
  /** Where along the width each label stands, as a share. */
  readonly xShares: readonly number[];
  readonly xName: string;
  readonly yName: string;
}

function ValueAxis({ plot, scale, tickTexts, yName }: AxesProps) {
  const middle = (plot.top + plot.bottom) / 2;
  return (
    <>
      {scale.ticks.map((tick, index) => (
        <g key={tick}>
          <line
            className={tick === 0 ? 'chart-zero' : 'chart-grid'}
            x1={plot.left}
            x2={plot.right}
            y1={plot.yOf(tick)}
            y2={plot.yOf(tick)}
          />
          <text x={plot.left - 6} y={plot.yOf(tick) + 4} textAnchor="end">
            {tickTexts[index]}
          </text>
        </g>
      ))}
      <text
        className="chart-axis-name"
        transform={`translate(12 ${String(middle)}) rotate(-90)`}
        textAnchor="middle"
      >
        {yName}
      </text>
    </>
  );
}

function CategoryAxis({ plot, xTexts, xShares, xName }: AxesProps) {
  const { labels, isAslant } = plot.xLabels;
  return (
    <>
      {labels.map((label, place) => {
        if (label === null) return null;
        const x = String(plot.xOf(xShares[place] ?? 0));
        const y = String(plot.bottom + (isAslant ? 12 : 16));
        return (
          <text
            key={place}
            transform={`translate(${x} ${y})${isAslant ? ' rotate(-40)' : ''}`}
            textAnchor={isAslant ? 'end' : 'middle'}
          >
            {label}
            <title>{xTexts[place]}</title>
          </text>
        );
      })}
      <text
        className="chart-axis-name"
        x={(plot.left + plot.right) / 2}
        y={plot.height - 6}
        textAnchor="middle"
      >
        {xName}
      </text>
    </>
  );
}

export function ChartAxes(props: AxesProps) {
  return (
    <g className="chart-axes">
      <ValueAxis {...props} />
      <CategoryAxis {...props} />
    </g>
  );
}
