import type { SelectProps } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { callCard } from './call-card.ts';
import { Field } from './Field.tsx';
import { useFormField } from './forms/form-fields.ts';

/** Options are found by their place: their values may be numbers or booleans as well. */
export function Select(props: SelectProps) {
  const { options, value, onChange, name, readOnly = false, placeholder = 'Select' } = props;
  const [ownValue, setOwnValue] = useState(value);
  const selected = options.findIndex((option) => option.value === (value ?? ownValue));
  const choose = (place: number): void => {
    const option = options[place];
    if (option === undefined) return;
    setOwnValue(option.value);
    callCard(onChange, option.value);
  };
  const current = value ?? ownValue;
  useFormField(name, {
    read: () => (typeof current === 'boolean' ? String(current) : current),
    commit: () => undefined,
  });
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
          {options.map(({ label }, place) => (
            <option key={place} value={String(place)}>
              {label}
            </option>
          ))}
        </select>
      )}
    />
  );
}
