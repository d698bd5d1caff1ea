import { useContext } from 'react';
import { formatProperty } from '../format/property.ts';
import { RecordContext, useFormatSettings } from '../state/page-context.ts';
import type { RecordStore } from '../state/record-store.ts';
import { useStore } from '../state/store.ts';
import { EditableValue } from './editable-value.tsx';

interface CrmPropertyListProps {
  readonly properties?: readonly string[];
  readonly direction?: 'column' | 'row';
  readonly objectTypeId?: string;
  readonly objectId?: number;
}

const MAX_PROPERTIES = 24;

interface ListProps {
  readonly record: RecordStore;
  readonly names: readonly string[];
  readonly direction: string;
}

function PropertiesOfRecord({ record, names, direction }: ListProps) {
  const settings = useFormatSettings();
  const state = useStore(record.state);
  if (state.status !== 'ready') return null;
  return (
    <dl className={`crm-property-list crm-property-list-${direction}`}>
      {names.map((name) => {
        const definition = state.definitions.find((candidate) => candidate.name === name);
        // HubSpot draws nothing for a property that the account does not have.
        if (definition === undefined) return null;
        const { label, readOnly } = definition;
        const text = formatProperty(definition, state.values, settings) || '--';
        return (
          <div key={name} className="property" data-testid={`card-property-${name}`}>
            <dt>{label}</dt>
            <dd>
              {readOnly ? (
                text
              ) : (
                <EditableValue
                  key={state.values[name] ?? ''}
                  label={label}
                  value={state.values[name] ?? ''}
                  onSave={(value) => record.edit({ properties: { [name]: value }, place: 'card' })}
                >
                  <bdi>{text}</bdi>
                </EditableValue>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Edits in place with the rights of the user, and saves at once. Of the record being viewed only. */
export function CrmPropertyList({
  properties = [],
  direction = 'column',
  objectTypeId,
  objectId,
}: CrmPropertyListProps) {
  const record = useContext(RecordContext);
  if (record === null || objectTypeId !== undefined || objectId !== undefined) {
    return (
      <div role="alert" className="not-drawn">
        CrmPropertyList is drawn for the record being viewed only
      </div>
    );
  }
  const names = properties.slice(0, MAX_PROPERTIES);
  return <PropertiesOfRecord record={record} names={names} direction={direction} />;
}
