import type { LoadingSpinnerProps } from '@hubspot/ui-extensions';
import { classes, shortSize } from './sizes.ts';

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
