import { useState } from 'react';
import type { ReactNode } from 'react';
import { messageOf } from '../api/client.ts';
import { Glyph } from './icons.tsx';

interface EditableValueProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => Promise<void>;
  /** The value as it is shown. */
  readonly children: ReactNode;
}

interface EditorProps extends Omit<EditableValueProps, 'children'> {
  readonly onDone: () => void;
}

function Editor({ label, value, onSave, onDone }: EditorProps) {
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const save = (): void => {
    onSave(draft.trim()).then(onDone, (error: unknown) => {
      setProblem(messageOf(error));
    });
  };
  return (
    <form
      className="value-editor"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        aria-label={label}
        rows={2}
        value={draft}
        autoFocus
        onChange={(event) => {
          setDraft(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <button type="submit" className="button button-primary button-xs">
        Save
      </button>
      <button type="button" className="button button-secondary button-xs" onClick={onDone}>
        Cancel
      </button>
      {problem !== null && (
        <p role="alert" className="field-problem">
          {problem}
        </p>
      )}
    </form>
  );
}

/** A value that becomes a field when it is pressed, as HubSpot's do. */
export function EditableValue(props: EditableValueProps) {
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) {
    return (
      <Editor
        {...props}
        onDone={() => {
          setIsEditing(false);
        }}
      />
    );
  }
  return (
    <button
      type="button"
      className="editable-value"
      aria-label={`Edit ${props.label}: ${props.value === '' ? '--' : props.value}`}
      onClick={() => {
        setIsEditing(true);
      }}
    >
      {props.children}
      <Glyph name="edit" />
    </button>
  );
}
