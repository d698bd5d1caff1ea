import type {
  AlertProps,
  EmptyStateProps,
  ErrorStateProps,
  IllustrationProps,
  LoadingSpinnerProps,
} from '@hubspot/ui-extensions';
import { Glyph } from './icons.tsx';
import { classes, shortSize } from './kit.ts';

export function Spinner() {
  return <span className="spinner" aria-hidden="true" />;
}

export function LoadingSpinner(props: LoadingSpinnerProps) {
  const { label, showLabel = false, size, layout = 'inline', testId } = props;
  return (
    <span
      role="status"
      aria-busy="true"
      className={classes('loading', `loading-${layout}`, `loading-${shortSize(size, 'sm')}`)}
      data-test-id={testId}
    >
      <Spinner />
      <bdi className={showLabel ? '' : 'visually-hidden'}>{label}</bdi>
    </span>
  );
}

const ALERT_GLYPHS = {
  info: 'info',
  tip: 'info',
  success: 'checkCircle',
  warning: 'warning',
  danger: 'exclamationCircle',
  error: 'exclamationCircle',
} as const;

/** An error interrupts a screen reader; the other alerts wait until it has finished. */
export function Alert({ title, variant = 'info', children, testId }: AlertProps) {
  const isUrgent = variant === 'danger' || variant === 'error';
  return (
    <div
      role={isUrgent ? 'alert' : 'status'}
      aria-live={isUrgent ? 'assertive' : 'polite'}
      className={`alert alert-${variant === 'error' ? 'danger' : variant}`}
      data-test-id={testId}
    >
      <Glyph name={ALERT_GLYPHS[variant]} />
      <div className="alert-content">
        <strong>
          <bdi>{title}</bdi>
        </strong>
        {children !== undefined && <div>{children}</div>}
      </div>
    </div>
  );
}

interface DrawingProps {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly alt?: string | undefined;
  readonly tone?: 'alarm' | 'calm';
}

/** Takes the place of HubSpot's illustrations, which may not be copied. */
function Drawing({ alt, width = 120, height, tone = 'calm' }: DrawingProps) {
  const described =
    alt === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt };
  return (
    <svg
      className={`drawing drawing-${tone}`}
      viewBox="0 0 120 80"
      width={width}
      height={height ?? width * (2 / 3)}
      {...described}
    >
      <ellipse cx="60" cy="70" rx="46" ry="6" className="drawing-ground" />
      <rect x="26" y="16" width="56" height="44" rx="6" className="drawing-sheet" />
      <path d="M36 30h36M36 40h36M36 50h20" className="drawing-lines" />
      <circle cx="86" cy="50" r="16" className="drawing-mark" />
      <path d="M80 50h12M86 44v12" className="drawing-sign" />
    </svg>
  );
}

export function Illustration({ alt, width, height, testId }: IllustrationProps) {
  return (
    <span data-test-id={testId}>
      <Drawing {...{ alt, width, height }} />
    </span>
  );
}

export function EmptyState(props: EmptyStateProps) {
  const { title = 'All is not lost.', layout = 'horizontal', imageWidth, children } = props;
  return (
    <div
      className={classes(
        `state state-${layout}`,
        props.reverseOrder === true && 'state-reverse',
        props.flush === true && 'state-flush',
      )}
      data-test-id={props.testId}
    >
      <div className="state-text">
        <h3>
          <bdi>{title}</bdi>
        </h3>
        {children}
      </div>
      <Drawing width={imageWidth ?? 140} />
    </div>
  );
}

export function ErrorState({ title = 'Something went wrong.', children, testId }: ErrorStateProps) {
  return (
    <div className="state state-vertical" role="alert" data-test-id={testId}>
      <Drawing width={140} tone="alarm" />
      <div className="state-text">
        <h3>
          <bdi>{title}</bdi>
        </h3>
        {children}
      </div>
    </div>
  );
}
