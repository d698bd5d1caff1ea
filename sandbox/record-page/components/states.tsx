import type { EmptyStateProps, ErrorStateProps, IllustrationProps } from '@hubspot/ui-extensions';
import { classes } from './sizes.ts';

interface PlaceholderDrawingProps {
  readonly alt?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly tone?: 'calm' | 'alarm';
}

/** Stands where HubSpot shows one of its illustrations, which are not ours to copy. */
function PlaceholderDrawing({ alt, width = 120, height, tone = 'calm' }: PlaceholderDrawingProps) {
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
      <PlaceholderDrawing {...{ alt, width, height }} />
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
      <PlaceholderDrawing width={imageWidth ?? 140} />
    </div>
  );
}

export function ErrorState({ title = 'Something went wrong.', children, testId }: ErrorStateProps) {
  return (
    <div className="state state-vertical" role="alert" data-test-id={testId}>
      <PlaceholderDrawing width={140} tone="alarm" />
      <div className="state-text">
        <h3>
          <bdi>{title}</bdi>
        </h3>
        {children}
      </div>
    </div>
  );
}
