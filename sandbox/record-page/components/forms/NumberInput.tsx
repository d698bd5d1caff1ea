import type { NumberInputProps } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { callCard } from '../call-card.ts';
import { Field } from '../Field.tsx';
import { useFormField } from './form-fields.ts';
import { numberText, parseNumber } from './number-text.ts';

/** What HubSpot tells of an emptied field is not documented: null is what an extension must survive. */
type Props = Omit<NumberInputProps, 'onChange'> & {
  readonly onChange?: (value: number | null) => void;
};

function useNumberDraft(props: Props) {
  const { value, defaultValue, onChange } = props;
  const [draft, setDraft] = useState(numberText(value ?? defaultValue));
  const [committed, setCommitted] = useState<number | null>(value ?? defaultValue ?? null);
  useEffect(() => {
    if (value === undefined) return;
    setDraft(numberText(value));
    setCommitted(value);
  }, [value]);
  const commit = (): number | null => {
    const next = parseNumber(draft, props);
    setDraft(numberText(next));
    if (next !== committed) callCard(onChange, next);
    setCommitted(next);
    return next;
  };
  return { draft, edit: setDraft, commit };
}

export function NumberInput(props: Props) {
  const { name, placeholder, readOnly, min, max, precision, textAlign = 'left' } = props;
  const { draft, edit, commit } = useNumberDraft(props);
  useFormField(name, { commit, read: () => parseNumber(draft, props) ?? undefined });
  const tell = (handler: ((value: number) => void) | undefined, number: number | null): void => {
    if (number !== null) callCard(handler, number);
  };
  return (
    <Field
      {...props}
      control={(attributes) => (
        <div className="number-control">
          <input
            {...attributes}
            {...{ name, placeholder, readOnly, min, max }}
            type="number"
            step={precision === undefined ? 'any' : 10 ** -precision}
            className="control"
            style={{ textAlign }}
            value={draft}
            onChange={(event) => {
              edit(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit();
            }}
            onBlur={() => {
              tell(props.onBlur, commit());
            }}
            onFocus={() => {
              tell(props.onFocus, parseNumber(draft, props));
            }}
          />
          {props.formatStyle === 'percentage' && <span className="number-unit">%</span>}
        </div>
      )}
    />
  );
}
