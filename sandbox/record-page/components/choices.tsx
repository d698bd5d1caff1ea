import type {
  CheckboxProps,
  RadioButtonProps,
  SelectProps,
  ToggleGroupProps,
  ToggleProps,
} from '@hubspot/ui-extensions';
import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Field, FieldLabel, useFormField, ValidationMessage } from './fields.tsx';
import { callCard, classes, shortSize } from './kit.ts';

interface ChoiceProps {
  readonly inline?: boolean | undefined;
  readonly description?: ReactNode;
  readonly descriptionId?: string;
  readonly testId?: string | undefined;
  readonly input: ReactNode;
  readonly children?: ReactNode;
}

/** A box or a round button, its text beside it and its description below. */
function Choice({ inline = false, description, descriptionId, testId, ...parts }: ChoiceProps) {
  return (
    <div className={classes('choice', inline && 'choice-inline')} data-test-id={testId}>
      <label>
        {parts.input}
        <span>{parts.children}</span>
      </label>
      <bdi id={descriptionId} className="field-description">
        {description}
      </bdi>
    </div>
  );
}

export function Checkbox(props: CheckboxProps) {
  const { checked, initialIsChecked = false, value = '', name, readOnly = false } = props;
  const [isOwnChecked, setIsOwnChecked] = useState(initialIsChecked);
  const descriptionId = useId();
  const isChecked = checked ?? isOwnChecked;
  useFormField(name, { read: () => (isChecked ? value : undefined) });
  return (
    <Choice
      {...props}
      descriptionId={descriptionId}
      input={
        <input
          type="checkbox"
          {...{ name, value }}
          aria-label={props['aria-label']}
          aria-describedby={descriptionId}
          disabled={readOnly}
          checked={isChecked}
          onChange={(event) => {
            setIsOwnChecked(event.currentTarget.checked);
            callCard(props.onChange, event.currentTarget.checked, value);
          }}
        />
      }
    />
  );
}

/** Without `checked` the browser keeps one of each name chosen. */
export function RadioButton(props: RadioButtonProps) {
  const { checked, initialIsChecked = false, value = '', name, readOnly = false } = props;
  const input = useRef<HTMLInputElement>(null);
  const descriptionId = useId();
  useFormField(name, { read: () => (input.current?.checked === true ? value : undefined) });
  return (
    <Choice
      {...props}
      descriptionId={descriptionId}
      input={
        <input
          ref={input}
          type="radio"
          {...{ name, value }}
          {...(checked === undefined ? { defaultChecked: initialIsChecked } : { checked })}
          aria-describedby={descriptionId}
          disabled={readOnly}
          onChange={(event) => {
            callCard(props.onChange, event.currentTarget.checked, value);
          }}
        />
      }
    />
  );
}

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
        className={`switch switch-${size}`}
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

function givenValues({ value, options }: ToggleGroupProps): readonly string[] {
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
  const { name, options, error = false, inline = false } = props;
  const [ownValues, setOwnValues] = useState(() => givenValues(props));
  const values = props.value === undefined ? ownValues : givenValues(props);
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
        <FieldLabel {...props} />
      </legend>
      <div className={classes('choice-list', inline && 'choice-list-inline')}>
        {options.map(({ value, label, description, readOnly = false }) => (
          <Choice
            key={value}
            description={description}
            input={
              <input
                type={isRadio ? 'radio' : 'checkbox'}
                {...{ name, value }}
                disabled={readOnly}
                checked={values.includes(value)}
                onChange={(event) => {
                  choose(value, event.currentTarget.checked);
                }}
              />
            }
          >
            <bdi>{label}</bdi>
          </Choice>
        ))}
      </div>
      <ValidationMessage {...props} />
    </fieldset>
  );
}

/** The value of an option is its index: the SDK's may be numbers and booleans as well. */
export function Select(props: SelectProps) {
  const { options, value, onChange, name, readOnly = false, placeholder = 'Select' } = props;
  const [ownValue, setOwnValue] = useState(value);
  const current = value ?? ownValue;
  const selected = options.findIndex((option) => option.value === current);
  useFormField(name, { read: () => (typeof current === 'boolean' ? String(current) : current) });
  const choose = (index: number): void => {
    const option = options[index];
    if (option === undefined) return;
    setOwnValue(option.value);
    callCard(onChange, option.value);
  };
  return (
    <Field
      {...props}
      control={(attributes) => (
        <select
          {...attributes}
          name={name}
          className={`control select-${props.variant ?? 'input'}`}
          disabled={readOnly}
          value={String(selected)}
          onChange={(event) => {
            choose(Number(event.currentTarget.value));
          }}
        >
          {selected === -1 && (
            <option value="-1" disabled>
              {placeholder}
            </option>
          )}
          {options.map(({ label }, index) => (
            <option key={index} value={String(index)}>
              {label}
            </option>
          ))}
        </select>
      )}
    />
  );
}
