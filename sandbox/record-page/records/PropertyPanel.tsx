import { useState } from 'react';
import { messageOf } from '../api/client.ts';
import type { PropertyDefinition } from '../api/wire.ts';
import { Glyph } from '../components/icons.tsx';
import { classes } from '../components/kit.ts';
import type { ObjectTypeFacts } from '../format/object-types.ts';
import { PAYMENTS } from '../format/object-types.ts';
import { formatProperty } from '../format/property.ts';
import { useFormatSettings } from '../state/page-context.ts';
import type { ReadyRecord, RecordStore } from '../state/record-store.ts';
import { ClampedText } from './ClampedText.tsx';

interface RecordProps {
  readonly record: RecordStore;
  readonly state: ReadyRecord;
}

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

function EditableValue(props: EditableValueProps) {
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
      <ClampedText of="value" text={props.value === '' ? '--' : props.value} />
      <Glyph name="edit" />
    </button>
  );
}

/** The app writes all other properties of its own; users may edit these two (docs/properties.md). */
const EDITABLE_NAMES = new Set(['stripe_customer_id', 'stripe_payment_ids']);

interface PropertyRowProps extends RecordProps {
  readonly definition: PropertyDefinition;
}

function PropertyRow({ definition, record, state }: PropertyRowProps) {
  const settings = useFormatSettings();
  const { name, label } = definition;
  const isChanged = state.changedNames.includes(name);
  const text = formatProperty(definition, state.values, settings);
  return (
    <div className={classes('property', isChanged && 'property-changed')}>
      <dt>
        {label}
        {isChanged && <span className="changed-mark">Updated</span>}
      </dt>
      <dd data-testid={`property-${name}`} title={name}>
        {EDITABLE_NAMES.has(name) && record.objectType !== PAYMENTS ? (
          <EditableValue
            key={state.values[name] ?? ''}
            label={label}
            value={state.values[name] ?? ''}
            onSave={(value) => record.edit({ [name]: value })}
          />
        ) : (
          <ClampedText of="value" text={text === '' ? '--' : text} />
        )}
      </dd>
    </div>
  );
}

interface PropertyPanelProps extends RecordProps {
  readonly facts: ObjectTypeFacts;
}

interface GroupProps extends RecordProps {
  readonly title: string;
  readonly definitions: readonly PropertyDefinition[];
  readonly whenEmpty: string;
}

function Group({ title, definitions, whenEmpty, record, state }: GroupProps) {
  return (
    <details className="frame property-group" open>
      <summary>{title}</summary>
      {definitions.length === 0 && <p className="property-none">{whenEmpty}</p>}
      <dl>
        {definitions.map((definition) => (
          <PropertyRow key={definition.name} {...{ definition, record, state }} />
        ))}
      </dl>
    </details>
  );
}

export function PropertyPanel({ record, state, facts }: PropertyPanelProps) {
  const { definitions } = state;
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const about = facts.aboutProperties.flatMap((name) => byName.get(name) ?? []);
  const stripe = definitions.filter(
    ({ name, groupName }) => groupName === facts.stripeGroup && name.startsWith('stripe_'),
  );
  return (
    <>
      <Group
        title={`About this ${facts.singular}`}
        definitions={about}
        whenEmpty="No properties."
        {...{ record, state }}
      />
      <Group
        title="Stripe payments"
        definitions={stripe}
        whenEmpty="The app’s properties don’t exist in this account yet. Create them on the app page."
        {...{ record, state }}
      />
    </>
  );
}
