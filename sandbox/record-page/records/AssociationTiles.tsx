import { useCallback } from 'react';
import { readAssociations } from '../api/client.ts';
import type { RecordReference } from '../api/client.ts';
import type { Associations } from '../api/wire.ts';
import { objectTypeFacts, recordName } from '../format/object-types.ts';
import { recordHref } from '../format/hrefs.ts';
import { useLoaded } from '../page/use-loaded.ts';
import { ClampedText } from './ClampedText.tsx';

const associatedTypes: Readonly<Record<string, readonly string[]>> = {
  deals: ['contacts', 'companies'],
  contacts: ['companies', 'deals'],
  companies: ['contacts', 'deals'],
};

const mostShown = 10;

interface TileListProps extends RecordReference {
  readonly toObjectType: string;
}

/** HubSpot does not say how many there are, only that there are more. */
function countText({ results, hasMore }: Associations): string {
  return `${String(results.length)}${hasMore ? '+' : ''}`;
}

function TileList({ objectType, id, toObjectType }: TileListProps) {
  const facts = objectTypeFacts(toObjectType);
  const load = useCallback(() => {
    const { nameProperties, aboutProperties } = objectTypeFacts(toObjectType);
    const names = [...new Set([...nameProperties, ...aboutProperties])];
    return readAssociations({ objectType, id }, toObjectType, names, { limit: mostShown });
  }, [objectType, id, toObjectType]);
  const [loaded] = useLoaded(load);
  const count = loaded.status === 'ready' ? ` (${countText(loaded.value)})` : '';
  return (
    <section className="frame" data-testid={`associated-${toObjectType}`}>
      <h2 className="frame-title">
        {facts.plural}
        {count}
      </h2>
      {loaded.status === 'failed' && <p role="alert">{loaded.message}</p>}
      {loaded.status === 'ready' &&
        loaded.value.results.map(({ toObjectId, properties }) => (
          <div key={toObjectId} className="association">
            <a href={recordHref({ objectType: toObjectType, id: String(toObjectId) })}>
              <ClampedText of="name" text={recordName(facts, properties)} />
            </a>
            <ClampedText of="name" text={properties['email'] ?? properties['domain'] ?? ''} />
          </div>
        ))}
      {loaded.status === 'ready' && loaded.value.hasMore && (
        <p className="property-none">More are associated.</p>
      )}
      {loaded.status === 'ready' && loaded.value.results.length === 0 && (
        <p className="property-none">None is associated.</p>
      )}
    </section>
  );
}

export function AssociationTiles(reference: RecordReference) {
  const types = associatedTypes[reference.objectType] ?? [];
  return (
    <>
      {types.map((toObjectType) => (
        <TileList key={toObjectType} {...reference} toObjectType={toObjectType} />
      ))}
    </>
  );
}
