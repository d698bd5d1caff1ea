import { useCallback } from 'react';
import type { CardDescription } from '../api/wire.ts';
import { formatSettingsOf, usePage } from '../page/page-context.ts';
import { useStore } from '../page/store.ts';
import type { RecordStore } from '../records/record-store.ts';
import { startCardSession } from './card-session.ts';
import { createCardContext } from './contexts.ts';
import { useSession } from './use-session.ts';

/** Runs the card; starts it again when it was rebuilt or the person's settings changed. */
export function useCardSession(card: CardDescription, record: RecordStore, objectTypeId: string) {
  const { world, account, services, settings: settingsStore } = usePage();
  const settings = useStore(settingsStore);
  const start = useCallback(
    (onCrash: (message: string) => void) => {
      const format = formatSettingsOf(settings, account);
      const crm = { objectId: Number(record.id), objectTypeId };
      const context = createCardContext({ world, account, settings, format }, card, crm);
      return startCardSession({ card, context, record, services }, onCrash);
    },
    [card, record, objectTypeId, world, account, services, settings],
  );
  return useSession(start);
}
