import type { ToggleGroupProps } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { callCard } from './call-card.ts';
import { Glyph } from './Glyph.tsx';
import { classes } from './sizes.ts';

function initialValues({ value, options }: ToggleGroupProps): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value !== undefined) return value;
  return options.filter(({ initialIsChecked }) => initialIsChecked === true).map((o) => o.value);
}

/** Checkboxes report the whole list, radio buttons the one value. */
function report(props: ToggleGroupProps, values: readonly string[]): void {
  if (props.toggleType === 'radioButtonList') {
    const [value] = values;
    if (value !== undefined) callCard(props.onChange, value);
    return;
  }
  callCard(props.onChange, [...values]);
}

export function ToggleGroup(props: ToggleGroupProps) {
  const { label, name, options, tooltip, required, error = false, validationMessage } = props;
  const [ownValues, setOwnValues] = useState(() => initialValues(props));
  const values = props.value === undefined ? ownValues : initialValues(props);
  const isRadio = props.toggleType === 'radioButtonList';
  const choose = (value: string, isChecked: boolean): void => {
    const others = isRadio ? [] : values.filter((other) => other !== value);
    const next = isChecked ? [...others, value] : others;
    setOwnValues(next);
    report(props, next);
  };
  return (
    <fieldset className={classes('choices', error && 'field-error')} data-test-id={props.testId}>
      <legend>
        <bdi>{label}</bdi>
        {required === true && <span aria-hidden="true"> *</span>}
        {tooltip !== undefined && (
          <span title={tooltip}>
            <Glyph name="questionCircle" label={tooltip} />
          </span>
        )}
      </legend>
      <div className={classes('choice-list', props.inline === true && 'choice-list-inline')}>
        {options.map((option) => (
          <div key={option.value} className="choice">
            <label>
              <input
                type={isRadio ? 'radio' : 'checkbox'}
                name={name}
                value={option.value}
                disabled={option.readOnly ?? false}
                checked={values.includes(option.value)}
                onChange={(event) => {
                  choose(option.value, event.currentTarget.checked);
                }}
              />
              <bdi>{option.label}</bdi>
            </label>
            {option.description !== undefined && (
              <bdi className="field-description">{option.description}</bdi>
            )}
          </div>
        ))}
      </div>
      {validationMessage !== undefined && (
        <bdi className={error ? 'field-problem' : 'field-success'}>{validationMessage}</bdi>
      )}
    </fieldset>
  );
}
