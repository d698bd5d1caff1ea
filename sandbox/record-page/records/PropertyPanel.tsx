import type { PropertyDefinition } from '../api/wire.ts';
import { EditableValue } from '../components/editable-value.tsx';
import { classes } from '../components/kit.ts';
import type { ObjectTypeFacts } from '../format/object-types.ts';
import { isPaymentType } from '../format/object-types.ts';
import { formatProperty } from '../format/property.ts';
import { useFormatSettings } from '../state/page-context.ts';
import type { ReadyRecord, RecordStore } from '../state/record-store.ts';
import { ClampedText } from './ClampedText.tsx';

interface RecordProps {
  readonly record: RecordStore;
  readonly state: ReadyRecord;
}

/** The app writes all other properties of its own; users may edit these (docs/properties.md). */
const EDITABLE_NAMES = new Set(['stripe_customer_id', 'stripe_payment_ids', 'stripe_confirmation']);

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
        {EDITABLE_NAMES.has(name) && !isPaymentType(record.objectType) ? (
          <EditableValue
            key={state.values[name] ?? ''}
            label={label}
            value={state.values[name] ?? ''}
            onSave={(value) => record.edit({ properties: { [name]: value }, place: 'record-page' })}
          >
            <ClampedText of="value" text={state.values[name] ?? '--'} />
          </EditableValue>
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
