import type { ToggleProps } from '@hubspot/ui-extensions';
import { useId, useState } from 'react';
import { callCard } from './call-card.ts';
import { classes, shortSize } from './sizes.ts';

export function Toggle(props: ToggleProps) {
  const { checked, label, labelDisplay = 'inline', onChange, initialIsChecked = false } = props;
  const { textChecked = 'ON', textUnchecked = 'OFF', testId } = props;
  const [isOwnChecked, setIsOwnChecked] = useState(initialIsChecked);
  const isChecked = checked ?? isOwnChecked;
  const size = shortSize(props.size, 'md');
  const id = useId();
  return (
    <div className={`toggle toggle-label-${labelDisplay}`} data-test-id={testId}>
      <label htmlFor={id} className={labelDisplay === 'hidden' ? 'visually-hidden' : ''}>
        <bdi>{label}</bdi>
      </label>
      <button
        id={id}
        type="button"
        role="switch"
        aria-checked={isChecked}
        className={classes('switch', `switch-${size}`)}
        disabled={props.readOnly ?? false}
        onClick={() => {
          setIsOwnChecked(!isChecked);
          callCard(onChange, !isChecked);
        }}
      >
        <span className="switch-knob" />
        {size === 'md' && <bdi>{isChecked ? textChecked : textUnchecked}</bdi>}
      </button>
    </div>
  );
}
