import type { PropertyDefinition } from '../api/wire.ts';
import type { ObjectTypeFacts } from '../format/object-types.ts';
import { PropertyRow } from './PropertyRow.tsx';
import { stripeGroupName } from './record-store.ts';
import type { RecordState, RecordStore } from './record-store.ts';

interface PropertyPanelProps {
  readonly record: RecordStore;
  readonly state: Extract<RecordState, { status: 'ready' }>;
  readonly facts: ObjectTypeFacts;
}

interface GroupProps extends Omit<PropertyPanelProps, 'facts'> {
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
  const stripe = definitions.filter(({ groupName }) => groupName === stripeGroupName);
  return (
    <>
      <Group
        title={`About this ${facts.singular}`}
        definitions={about}
        whenEmpty="Nothing is known."
        {...{ record, state }}
      />
      <Group
        title="Stripe payments"
        definitions={stripe}
        whenEmpty="The app’s properties do not exist in this account yet."
        {...{ record, state }}
      />
    </>
  );
}
