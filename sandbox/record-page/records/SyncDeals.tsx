import { useState } from 'react';
import { callFunction, listRecords, messageOf } from '../api/client.ts';
import { objectTypeFacts } from '../format/object-types.ts';
import { usePage } from '../state/page-context.ts';

/** What a card sends for its record. */
const SENT = ['hs_object_id', 'createdate'];

async function syncDeal(id: string): Promise<void> {
  const { objectTypeId } = objectTypeFacts('deals');
  await callFunction('sync-payments', {
    parameters: { objectType: 'deal' },
    objectQuery: { objectId: Number(id), objectTypeId, objectPropertyNames: SENT },
  });
}

/** Syncs all deals as their cards would, so that a new demo account has payment records to look at. */
export function SyncDeals({ onDone }: { readonly onDone: () => void }) {
  const { services, world } = usePage();
  const [progress, setProgress] = useState<string | null>(null);
  // A sync writes, and not by the hundreds without being asked deal by deal.
  if (world.hubspotKind !== 'sandbox') return null;
  const run = async (): Promise<void> => {
    try {
      const deals = await listRecords('deals', []);
      for (const [index, { id }] of deals.entries()) {
        setProgress(`Syncing deal ${String(index + 1)} of ${String(deals.length)}…`);
        await syncDeal(id);
      }
      onDone();
    } catch (error) {
      services.addAlert({ type: 'danger', message: messageOf(error) });
    } finally {
      setProgress(null);
    }
  };
  return (
    <p>
      <button
        type="button"
        className="button button-primary button-sm"
        disabled={progress !== null}
        data-testid="sync-deals"
        onClick={() => {
          void run();
        }}
      >
        {progress ?? 'Sync all deals'}
      </button>
    </p>
  );
}
