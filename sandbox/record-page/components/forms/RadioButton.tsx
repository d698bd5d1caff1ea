import type { RadioButtonProps } from '@hubspot/ui-extensions';
import { useId, useRef } from 'react';
import { callCard } from '../call-card.ts';
import { classes } from '../sizes.ts';
import { useFormField } from './form-fields.ts';

/** Without `checked` the browser keeps one of each name chosen. */
export function RadioButton(props: RadioButtonProps) {
  const { checked, initialIsChecked = false, value = '', name, readOnly = false } = props;
  const { onChange, description, inline = false, children, testId } = props;
  const input = useRef<HTMLInputElement>(null);
  const descriptionId = useId();
  useFormField(name, {
    read: () => (input.current?.checked === true ? value : undefined),
    commit: () => undefined,
  });
  return (
    <div className={classes('choice', inline && 'choice-inline')} data-test-id={testId}>
      <label>
        <input
          ref={input}
          type="radio"
          {...{ name, value }}
          {...(checked === undefined ? { defaultChecked: initialIsChecked } : { checked })}
          aria-describedby={descriptionId}
          disabled={readOnly}
          onChange={(event) => {
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
