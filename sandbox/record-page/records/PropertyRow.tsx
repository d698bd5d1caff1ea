import type { PropertyDefinition } from '../api/wire.ts';
import { classes } from '../components/sizes.ts';
import { formatProperty } from '../format/format-property.ts';
import { useFormatSettings } from '../page/page-context.ts';
import { ClampedText } from './ClampedText.tsx';
import { EditableValue } from './EditableValue.tsx';
import type { RecordState, RecordStore } from './record-store.ts';

/** The app writes all others; people may edit these two (the product's public contract). */
const editableNames = new Set(['stripe_customer_id', 'stripe_payment_ids']);

interface PropertyRowProps {
  readonly definition: PropertyDefinition;
  readonly record: RecordStore;
  readonly state: Extract<RecordState, { status: 'ready' }>;
}

export function PropertyRow({ definition, record, state }: PropertyRowProps) {
  const settings = useFormatSettings();
  const { name, label } = definition;
  const isChanged = state.changedNames.includes(name);
  const text = formatProperty(definition, state.values, settings);
  return (
    <div className={classes('property', isChanged && 'property-changed')}>
      <dt>
        {label}
        {isChanged && <span className="changed-mark">changed</span>}
      </dt>
      <dd data-testid={`property-${name}`} title={name}>
        {editableNames.has(name) ? (
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
