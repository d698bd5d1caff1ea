import { useId } from 'react';
import type { ReactNode } from 'react';
import { Glyph } from './Glyph.tsx';
import { classes } from './sizes.ts';

/** What the SDK's inputs share around the control itself. */
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

interface FieldProps extends FieldTexts {
  readonly control: (attributes: ControlAttributes) => ReactNode;
}

export function Field(props: FieldProps) {
  const { label, description, tooltip, required = false, error = false, validationMessage } = props;
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
          <bdi>{label}</bdi>
          {required && <span aria-hidden="true"> *</span>}
          {tooltip !== undefined && (
            <span title={tooltip}>
              <Glyph name="questionCircle" label={tooltip} />
            </span>
          )}
        </label>
      )}
      {props.control(attributes)}
      <div id={notesId} className="field-notes">
        {description !== undefined && <bdi className="field-description">{description}</bdi>}
        {validationMessage !== undefined && validationMessage !== '' && (
          <bdi className={error ? 'field-problem' : 'field-success'}>{validationMessage}</bdi>
        )}
      </div>
    </div>
  );
}
