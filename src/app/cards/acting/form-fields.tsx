import { Input, Select } from '@hubspot/ui-extensions';
import type { RequestBasis } from '@stripe-payments/core';
import type { RequestForm as Form } from './form.ts';
import { amountExample, codeOf, mistakeOf } from './field-mistakes.ts';
import { useActingPresentation } from './use-acting.ts';

export interface FormProps {
  readonly basis: RequestBasis;
  readonly form: Form;
  readonly onForm: (form: Form) => void;
}

interface FieldProps extends FormProps {
  readonly name:
    | 'percent'
    | 'amount'
    | 'currency'
    | 'description'
    | 'daysUntilDue'
    | 'memo'
    | 'poNumber'
    | 'trialDays';
  readonly label: string;
  readonly hint?: string;
  /** True where there is no review without it. */
  readonly isRequired?: boolean;
}

export function Field({ name, label, hint, isRequired = false, form, onForm }: FieldProps) {
  const mistake = mistakeOf(form, name, useActingPresentation(), Date.now());
  return (
    <Input
      name={`request-${name}`}
      label={label}
      {...(hint !== undefined && { description: hint })}
      required={isRequired}
      value={form[name]}
      error={mistake !== undefined}
      {...(mistake !== undefined && { validationMessage: mistake })}
      onInput={(value) => {
        onForm({ ...form, [name]: value });
      }}
      testId={`request-${name}`}
    />
  );
}

interface ChoiceProps extends FormProps {
  readonly name: 'method' | 'subject' | 'payee' | 'delivery' | 'recurring' | 'interval' | 'starts';
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function Choice({ name, label, options, form, onForm }: ChoiceProps) {
  return (
    <Select
      name={`request-${name}`}
      label={label}
      options={[...options]}
      value={form[name]}
      onChange={(value) => {
        onForm({ ...form, [name]: value });
      }}
      testId={`request-${name}`}
    />
  );
}

/** One amount, and what it is for. */
export function AmountFields(props: FormProps) {
  const { basis, form } = props;
  const presentation = useActingPresentation();
  const labels = presentation.texts.acting.form;
  return (
    <>
      <Field
        {...props}
        name="amount"
        isRequired
        label={labels.amount(form.currency.toUpperCase())}
        hint={labels.amountHint(amountExample(codeOf(form), presentation))}
      />
      {basis.currency === null && (
        <Field {...props} name="currency" label={labels.currency} hint={labels.currencyHint} />
      )}
      <Field {...props} name="description" isRequired label={labels.description} />
    </>
  );
}
