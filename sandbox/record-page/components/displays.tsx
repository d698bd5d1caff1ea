import type {
  HeadingProps,
  ProgressBarProps,
  ScoreProps,
  StatisticsItemProps,
  StatisticsProps,
  StatisticsTrendProps,
  StatusTagProps,
  TextProps,
} from '@hubspot/ui-extensions';
import type { CSSProperties, MouseEvent } from 'react';
import { Children } from 'react';
import { Glyph } from './icons.tsx';
import { callCard, classes } from './kit.ts';

const FONT_WEIGHTS = { regular: undefined, demibold: 600, bold: 700 } as const;
const DECORATIONS = {
  none: undefined,
  underline: 'underline',
  strikethrough: 'line-through',
} as const;

function textStyle({ format, truncate }: TextProps): CSSProperties {
  const { fontWeight, italic, lineDecoration, textTransform } = format ?? {};
  const maxWidth = typeof truncate === 'object' ? truncate.maxWidth : undefined;
  return {
    fontWeight: fontWeight && FONT_WEIGHTS[fontWeight],
    fontStyle: italic === true ? 'italic' : undefined,
    textDecoration: lineDecoration && DECORATIONS[lineDecoration],
    textTransform: textTransform === 'sentenceCase' ? undefined : textTransform,
    maxWidth,
  };
}

export function Text(props: TextProps) {
  const { variant = 'bodytext', inline = false, format, truncate = false, children } = props;
  const truncates = truncate !== false;
  const tooltipText = typeof truncate === 'object' ? truncate.tooltipText : undefined;
  const showFullText = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    const isCut = currentTarget.scrollWidth > currentTarget.clientWidth;
    currentTarget.title = tooltipText ?? (isCut ? currentTarget.textContent : '');
  };
  const Element = inline ? 'span' : 'div';
  return (
    <Element
      className={classes(
        `text text-${variant}`,
        inline && 'text-inline',
        truncates && 'text-truncate',
        format?.textTransform === 'sentenceCase' && 'text-sentence-case',
      )}
      style={textStyle(props)}
      data-test-id={props.testId}
      {...(truncates && { onMouseEnter: showFullText })}
    >
      {children}
    </Element>
  );
}

export function Heading({ inline = false, children, testId }: HeadingProps) {
  return (
    <h2 className={classes('heading', inline && 'heading-inline')} data-test-id={testId}>
      {children}
    </h2>
  );
}

export function StatusTag(props: StatusTagProps) {
  const { variant = 'default', hollow = false, onClick, children, testId } = props;
  const dot = <span className={classes('dot', hollow && 'dot-hollow')} aria-hidden="true" />;
  const text = (
    <>
      {dot}
      {children}
    </>
  );
  return (
    <span className={`status-tag status-${variant}`} data-test-id={testId}>
      {onClick === undefined ? (
        text
      ) : (
        <button
          type="button"
          className="status-button"
          onClick={() => {
            callCard(onClick);
          }}
        >
          {text}
        </button>
      )}
      {props.showRemoveIcon === true && (
        <button
          type="button"
          className="icon-button"
          aria-label="Remove"
          onClick={() => {
            callCard(props.onRemoveClick);
          }}
        >
          <Glyph name="remove" />
        </button>
      )}
    </span>
  );
}

/** An even number of tiles is laid out by pairs, so that none is left alone in a row. */
export function Statistics({ children, testId }: StatisticsProps) {
  const items = Children.toArray(children);
  const starts = items.flatMap((_, place) => (place % 2 === 0 ? [place] : []));
  return (
    <div className="statistics" data-test-id={testId}>
      {items.length % 2 === 1
        ? items
        : starts.map((start) => (
            <div key={start} className="statistics-pair">
              {items.slice(start, start + 2)}
            </div>
          ))}
    </div>
  );
}

export function StatisticsItem({ label, number, children, testId }: StatisticsItemProps) {
  return (
    <div className="statistics-item" data-test-id={testId}>
      <div className="statistics-label">
        <bdi>{label}</bdi>
      </div>
      <div className="statistics-number">
        <bdi>{number}</bdi>
      </div>
      {children}
    </div>
  );
}

export function StatisticsTrend(props: StatisticsTrendProps) {
  const { value, direction, testId } = props;
  const color = props.color ?? (direction === 'increase' ? 'green' : 'red');
  return (
    <div className={`trend trend-${color}`} data-test-id={testId}>
      <span aria-label={direction}>{direction === 'increase' ? '▲' : '▼'}</span> <bdi>{value}</bdi>
    </div>
  );
}

export function ProgressBar(props: ProgressBarProps) {
  const { title, value = 0, variant = 'success', valueDescription, testId } = props;
  const maxValue = props.maxValue ?? 100;
  const percentage = Math.round(Math.min(100, Math.max(0, (value / maxValue) * 100)));
  return (
    <div className="progress" data-test-id={testId}>
      <div className="progress-texts">
        <bdi>{title}</bdi>
        {props.showPercentage === true && <span>{`${String(percentage)}%`}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={props['aria-label'] ?? title}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={maxValue}
        aria-valuetext={valueDescription}
        className={`progress-track progress-${variant}`}
      >
        <div style={{ width: `${String(percentage)}%` }} />
      </div>
      {valueDescription !== undefined && (
        <div className="progress-description">
          <bdi>{valueDescription}</bdi>
        </div>
      )}
    </div>
  );
}

/** The rim is 100 long, so that a score is the length of its part. */
const RADIUS = 100 / (2 * Math.PI);

function toneOf(score: number): 'high' | 'low' | 'middle' {
  if (score < 34) return 'low';
  return score < 67 ? 'middle' : 'high';
}

export function ScoreCircle({ score, testId }: ScoreProps) {
  if (!(score >= 0 && score <= 100)) {
    throw new Error(`ScoreCircle shows a score from 0 to 100, not ${String(score)}.`);
  }
  const rounded = Math.round(score);
  return (
    <svg
      className={`score score-${toneOf(rounded)}`}
      viewBox="0 0 40 40"
      role="img"
      aria-label={String(rounded)}
      data-test-id={testId}
    >
      <circle cx="20" cy="20" r={RADIUS} className="score-track" />
      <circle
        cx="20"
        cy="20"
        r={RADIUS}
        className="score-part"
        strokeDasharray={`${String(rounded)} 100`}
        transform="rotate(-90 20 20)"
      />
      <text x="20" y="20">
        {rounded}
      </text>
    </svg>
  );
}
