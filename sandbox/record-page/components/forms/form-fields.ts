import { createContext, useContext, useEffect, useRef } from 'react';

interface FormField {
  /** Undefined for what is not submitted, such as a box that is not checked. */
  readonly read: () => string | number | undefined;
  /** Tells the extension what was typed and not yet told. */
  readonly commit: () => void;
}

interface NamedField extends FormField {
  readonly name: string;
}

interface FormFields {
  readonly add: (field: NamedField) => () => void;
  readonly commitAll: () => void;
  readonly values: () => Record<string, string | number>;
}

export function createFormFields(): FormFields {
  const fields = new Set<NamedField>();
  return {
    add: (field) => {
      fields.add(field);
      return () => {
        fields.delete(field);
      };
    },
    commitAll: () => {
      for (const field of fields) field.commit();
    },
    values: () => {
      const values: Record<string, string | number> = {};
      for (const { name, read } of fields) {
        const value = read();
        if (value !== undefined) values[name] = value;
      }
      return values;
    },
  };
}

export const FormFieldsContext = createContext<FormFields | null>(null);

/** Joins the form around it, if there is one. */
export function useFormField(name: string | undefined, field: FormField): void {
  const fields = useContext(FormFieldsContext);
  const latest = useRef(field);
  latest.current = field;
  useEffect(() => {
    if (fields === null || name === undefined) return undefined;
    return fields.add({
      name,
      read: () => latest.current.read(),
      commit: () => {
        latest.current.commit();
      },
    });
  }, [fields, name]);
}
