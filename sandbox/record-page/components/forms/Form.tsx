import type { FormProps } from '@hubspot/ui-extensions';
import { useRef } from 'react';
import { callCard, toExtensionEvent } from '../call-card.ts';
import { useReactions } from '../Overlay.tsx';
import { createFormFields, FormFieldsContext } from './form-fields.ts';

/**
 * On submitting, every field first tells what it has not told yet; then the extension gets the texts and
 * numbers by their names. Lists, dates and switches have no place in the SDK's type of that event: their
 * `onChange` tells them.
 */
export function Form({ onSubmit, autoComplete = 'on', children, testId }: FormProps) {
  const fields = useRef(createFormFields()).current;
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
        fields.commitAll();
        callCard(onSubmit, { ...toExtensionEvent(event), targetValue: fields.values() }, reactions);
      }}
    >
      <FormFieldsContext.Provider value={fields}>{children}</FormFieldsContext.Provider>
    </form>
  );
}
