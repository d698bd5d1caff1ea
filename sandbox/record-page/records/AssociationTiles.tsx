import { useCallback, useEffect } from 'react';
import { readAssociations } from '../api/client.ts';
import type { Associations } from '../api/wire.ts';
import { recordHref } from '../format/hrefs.ts';
import { isPaymentType, objectTypeFacts, recordName } from '../format/object-types.ts';
import { usePage } from '../state/page-context.ts';
import type { RecordStore } from '../state/record-store.ts';
import { useLoaded } from '../state/store.ts';
import { ClampedText } from './ClampedText.tsx';

const ASSOCIATED_TYPES: Readonly<Record<string, readonly string[]>> = {
  deals: ['contacts', 'companies'],
  contacts: ['companies', 'deals'],
  companies: ['contacts', 'deals'],
  p_stripe_payment: ['deals', 'contacts', 'companies'],
  '0-101': ['deals', 'contacts', 'companies'],
};

const MAX_SHOWN = 10;

interface TileListProps {
  readonly record: RecordStore;
  readonly toObjectType: string;
}

/** HubSpot does not report the count, only that there are more. */
function countText({ results, hasMore }: Associations): string {
  return `${String(results.length)}${hasMore ? '+' : ''}`;
}

function TileList({ record, toObjectType }: TileListProps) {
  const { objectType, id, onRefresh } = record;
  const facts = objectTypeFacts(toObjectType);
  const load = useCallback(() => {
    const { nameProperties, aboutProperties } = objectTypeFacts(toObjectType);
    const names = [...new Set([...nameProperties, ...aboutProperties])];
    return readAssociations({ objectType, id }, toObjectType, names, { limit: MAX_SHOWN });
  }, [objectType, id, toObjectType]);
  const [loaded, reload] = useLoaded(load);
  // A sync associates payment records.
  useEffect(() => onRefresh(reload), [onRefresh, reload]);
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
        <p className="property-none">No associated {facts.plural.toLowerCase()}.</p>
      )}
    </section>
  );
}

export function AssociationTiles({ record }: { readonly record: RecordStore }) {
  const { paymentRecords } = usePage().world;
  const isPayment = isPaymentType(record.objectType);
  const types = [
    ...(ASSOCIATED_TYPES[record.objectType] ?? []),
    ...(paymentRecords === null || isPayment ? [] : [paymentRecords]),
  ];
  return (
    <>
      {types.map((toObjectType) => (
        <TileList key={toObjectType} record={record} toObjectType={toObjectType} />
      ))}
    </>
  );
}
