import type { CheckboxProps } from '@hubspot/ui-extensions';
import { useId, useState } from 'react';
import { callCard } from './call-card.ts';
import { useFormField } from './forms/form-fields.ts';
import { classes } from './sizes.ts';

export function Checkbox(props: CheckboxProps) {
  const { checked, initialIsChecked = false, value = '', name, readOnly = false } = props;
  const { onChange, description, inline = false, children, testId } = props;
  const [isOwnChecked, setIsOwnChecked] = useState(initialIsChecked);
  const descriptionId = useId();
  const isChecked = checked ?? isOwnChecked;
  useFormField(name, { read: () => (isChecked ? value : undefined), commit: () => undefined });
  return (
    <div className={classes('choice', inline && 'choice-inline')} data-test-id={testId}>
      <label>
        <input
          type="checkbox"
          {...{ name, value }}
          aria-label={props['aria-label']}
          aria-describedby={descriptionId}
          disabled={readOnly}
          checked={isChecked}
          onChange={(event) => {
            setIsOwnChecked(event.currentTarget.checked);
            callCard(onChange, event.currentTarget.checked, value);
          }}
        />
        <span>{children}</span>
      </label>
      <bdi id={descriptionId} className="field-description">
        {description}
      </bdi>
    </div>
  );
}
