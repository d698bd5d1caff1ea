import type {
  InputProps,
  NumberInputProps,
  SearchInputProps,
  TextAreaProps,
} from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { numberText, parseNumber } from '../format/field-values.ts';
import { Field, useDraft, useFormField } from './fields.tsx';
import { Glyph } from './icons.tsx';
import { callCard } from './kit.ts';

export function Input(props: InputProps) {
  const { name, placeholder, readOnly, type = 'text' } = props;
  const { draft, commit, control } = useDraft(props);
  return (
    <Field
      {...props}
      control={(attributes) => (
        <input
          {...attributes}
          {...control}
          {...{ name, placeholder, readOnly, type }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit(draft);
          }}
        />
      )}
    />
  );
}

export function TextArea(props: TextAreaProps) {
  const { name, placeholder, readOnly, cols, rows = 3, maxLength, resize = 'both' } = props;
  const { control } = useDraft(props);
  return (
    <Field
      {...props}
      control={(attributes) => (
        <textarea
          {...attributes}
          {...control}
          {...{ name, placeholder, readOnly, cols, rows, maxLength }}
          style={{ resize }}
        />
      )}
    />
  );
}

/** The SDK registers it by both names. */
export { TextArea as Textarea };

export function SearchInput(props: SearchInputProps) {
  const { name, placeholder = 'Search', readOnly, clearable = true } = props;
  const { draft, edit, commit, control } = useDraft(props);
  return (
    <Field
      {...props}
      control={(attributes) => (
        <div className="search-control">
          <input
            {...attributes}
            {...control}
            {...{ name, placeholder, readOnly }}
            type="text"
            role="searchbox"
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit(draft);
            }}
          />
          {clearable && draft !== '' ? (
            <button
              type="button"
              className="icon-button"
              aria-label="Clear"
              onClick={() => {
                edit('');
                commit('');
              }}
            >
              <Glyph name="remove" />
            </button>
          ) : (
            <Glyph name="search" className="search-glyph" />
          )}
        </div>
      )}
    />
  );
}

/** HubSpot does not document what it reports for an emptied field: an extension must be able to take null. */
export type Emptied<Props, Value> = Omit<Props, 'onChange'> & {
  readonly onChange?: (value: Value | null) => void;
};

type NumberProps = Emptied<NumberInputProps, number>;

function useNumberDraft(props: NumberProps) {
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

export function NumberInput(props: NumberProps) {
  const { name, placeholder, readOnly, min, max, precision, textAlign = 'left' } = props;
  const { draft, edit, commit } = useNumberDraft(props);
  useFormField(name, { commit, read: () => parseNumber(draft, props) ?? undefined });
  const report = (handler: ((value: number) => void) | undefined, number: number | null): void => {
    if (number !== null) callCard(handler, number);
  };
  return (
    <Field
      {...props}
      control={(attributes) => (
        <div className="inline-control">
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
              report(props.onBlur, commit());
            }}
            onFocus={() => {
              report(props.onFocus, parseNumber(draft, props));
            }}
          />
          {props.formatStyle === 'percentage' && <span className="number-unit">%</span>}
        </div>
      )}
    />
  );
}
