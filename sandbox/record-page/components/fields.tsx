import type { FormProps } from '@hubspot/ui-extensions';
import { createContext, useContext, useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Glyph } from './icons.tsx';
import { callCard, classes, toExtensionEvent } from './kit.ts';
import { useReactions } from './overlays.tsx';

/** The texts that the SDK's inputs have around the control itself. */
interface FieldTexts {
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly required?: boolean | undefined;
  readonly error?: boolean | undefined;
  readonly validationMessage?: string | undefined;
  readonly testId?: string | undefined;
}

interface ControlAttributes {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
  readonly 'aria-describedby': string;
}

export function FieldLabel({ label, required = false, tooltip }: FieldTexts) {
  return (
    <>
      <bdi>{label}</bdi>
      {required && <span aria-hidden="true"> *</span>}
      {tooltip !== undefined && (
        <span title={tooltip}>
          <Glyph name="questionCircle" label={tooltip} />
        </span>
      )}
    </>
  );
}

export function ValidationMessage({ error = false, validationMessage }: FieldTexts) {
  if (validationMessage === undefined || validationMessage === '') return null;
  return <bdi className={error ? 'field-problem' : 'field-success'}>{validationMessage}</bdi>;
}

interface FieldProps extends FieldTexts {
  readonly control: (attributes: ControlAttributes) => ReactNode;
}

export function Field(props: FieldProps) {
  const { label, description, required = false, error = false } = props;
  const id = useId();
  const notesId = `${id}-notes`;
  const attributes = {
    id,
    'aria-invalid': error,
    'aria-required': required,
    'aria-describedby': notesId,
  };
  return (
    <div className={classes('field', error && 'field-error')} data-test-id={props.testId}>
      {label !== undefined && (
        <label htmlFor={id}>
          <FieldLabel {...props} />
        </label>
      )}
      {props.control(attributes)}
      <div id={notesId} className="field-notes">
        {description !== undefined && <bdi className="field-description">{description}</bdi>}
        <ValidationMessage {...props} />
      </div>
    </div>
  );
}

interface FormField {
  /** Undefined for what is not submitted, such as a box that is not checked. */
  readonly read: () => string | number | undefined;
  /** Reports to the extension what was typed and is not reported yet. */
  readonly commit?: () => void;
}

interface NamedField {
  readonly name: string;
  readonly field: () => FormField;
}

const FormFieldsContext = createContext<Set<NamedField> | null>(null);

/** Joins the form around it, if there is one. */
export function useFormField(name: string | undefined, field: FormField): void {
  const fields = useContext(FormFieldsContext);
  const latest = useRef(field);
  latest.current = field;
  useEffect(() => {
    if (fields === null || name === undefined) return undefined;
    const added = { name, field: () => latest.current };
    fields.add(added);
    return () => {
      fields.delete(added);
    };
  }, [fields, name]);
}

function submittedValues(fields: ReadonlySet<NamedField>): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const { name, field } of fields) {
    const value = field().read();
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/**
 * On submitting, every field first reports what it has not reported yet; then the extension gets the texts
 * and numbers by name. The SDK's type of that event has no lists, dates and switches: their `onChange`
 * reports them.
 */
export function Form({ onSubmit, autoComplete = 'on', children, testId }: FormProps) {
  const fields = useRef(new Set<NamedField>()).current;
  const reactions = useReactions();
  return (
    <form
      className="form"
      autoComplete={autoComplete}
      noValidate
      data-test-id={testId}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        for (const { field } of fields) field().commit?.();
        const targetValue = submittedValues(fields);
        callCard(onSubmit, { ...toExtensionEvent(event), targetValue }, reactions);
      }}
    >
      <FormFieldsContext.Provider value={fields}>{children}</FormFieldsContext.Provider>
    </form>
  );
}

interface TextEvents {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  readonly onInput?: ((value: string) => void) | undefined;
  readonly onBlur?: ((value: string) => void) | undefined;
  readonly onFocus?: ((value: string) => void) | undefined;
}

/**
 * Keeps what the user is typing on the page: the extension gets each edit (`onInput`) and, once, the
 * committed value (`onChange`, on leaving the field), as the SDK documents.
 */
export function useDraft(events: TextEvents) {
  const { value, defaultValue = '' } = events;
  const [draft, setDraft] = useState(value ?? defaultValue);
  const [committed, setCommitted] = useState(draft);
  useEffect(() => {
    if (value === undefined) return;
    setDraft(value);
    setCommitted(value);
  }, [value]);
  const commit = (next: string): void => {
    if (next !== committed) callCard(events.onChange, next);
    setCommitted(next);
  };
  const edit = (next: string): void => {
    setDraft(next);
    callCard(events.onInput, next);
  };
  useFormField(events.name, {
    read: () => draft,
    commit: () => {
      commit(draft);
    },
  });
  return {
    draft,
    edit,
    commit,
    /** Attributes of the control. */
    control: {
      dir: 'auto',
      className: 'control',
      value: draft,
      onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
        edit(event.currentTarget.value);
      },
      onBlur: () => {
        commit(draft);
        callCard(events.onBlur, draft);
      },
      onFocus: () => {
        callCard(events.onFocus, draft);
      },
    },
  };
}
