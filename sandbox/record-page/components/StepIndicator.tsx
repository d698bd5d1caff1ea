import type { StepIndicatorProps } from '@hubspot/ui-extensions';
import { callCard } from './call-card.ts';
import { classes, shortSize } from './sizes.ts';

export function StepIndicator(props: StepIndicatorProps) {
  const { stepNames, currentStep = 0, direction = 'horizontal', variant = 'default' } = props;
  const onlyCurrentName = variant !== 'default';
  return (
    <ol
      className={`steps steps-${direction} steps-${variant} steps-${shortSize(props.circleSize, 'sm')}`}
      data-test-id={props.testId}
    >
      {stepNames.map((name, index) => (
        <li
          key={name}
          className={classes(index < currentStep && 'step-done')}
          aria-current={index === currentStep ? 'step' : undefined}
        >
          <button
            type="button"
            disabled={props.onClick === undefined}
            onClick={() => {
              callCard(props.onClick, index);
            }}
          >
            <span className="step-circle" aria-hidden="true" />
            <bdi className={onlyCurrentName && index !== currentStep ? 'visually-hidden' : ''}>
              {name}
            </bdi>
          </button>
        </li>
      ))}
    </ol>
  );
}
