import type { ProgressBarProps } from '@hubspot/ui-extensions';

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
