import type {
  StatisticsItemProps,
  StatisticsProps,
  StatisticsTrendProps,
} from '@hubspot/ui-extensions';

export function Statistics({ children, testId }: StatisticsProps) {
  return (
    <div className="statistics" data-test-id={testId}>
      {children}
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
