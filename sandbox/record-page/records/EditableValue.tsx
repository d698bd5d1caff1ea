import { useState } from 'react';
import { messageOf } from '../api/request.ts';
import { Glyph } from '../components/Glyph.tsx';
import { ClampedText } from './ClampedText.tsx';

interface EditableValueProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => Promise<void>;
}

interface EditorProps extends EditableValueProps {
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
      aria-label={`Edit ${props.label}`}
      onClick={() => {
        setIsEditing(true);
      }}
    >
      <ClampedText of="value" text={props.value === '' ? '--' : props.value} />
      <Glyph name="edit" />
    </button>
  );
}
