import { useCallback, useEffect, useState } from 'react';
import type { CardDescription } from '../api/wire.ts';
import { formatSettingsOf, usePage } from '../page/page-context.ts';
import { useStore } from '../page/store.ts';
import type { RecordStore } from '../records/record-store.ts';
import { createCardContext } from './card-context.ts';
import { startCardSession } from './card-session.ts';
import type { CardSession } from './card-session.ts';

export type CardSessionState =
  | { readonly status: 'starting' }
  | { readonly status: 'running'; readonly session: CardSession }
  | { readonly status: 'crashed'; readonly message: string };

/** Runs the card; starts it again when it was rebuilt or the person's settings changed. */
export function useCardSession(
  card: CardDescription,
  record: RecordStore,
  objectTypeId: string,
): readonly [CardSessionState, (message: string) => void] {
  const { account, services, settings: settingsStore } = usePage();
  const settings = useStore(settingsStore);
  const [state, setState] = useState<CardSessionState>({ status: 'starting' });
  const crash = useCallback((message: string) => {
    setState({ status: 'crashed', message });
  }, []);
  useEffect(() => {
    const format = formatSettingsOf(settings, account);
    const crm = { objectId: Number(record.id), objectTypeId };
    const context = createCardContext({ card, account, settings, format, record: crm });
    setState({ status: 'starting' });
    const session = startCardSession({ card, context, record, services }, (message) => {
      session.stop();
      crash(message);
    });
    session.receiver.on('mount', () => {
      setState({ status: 'running', session });
    });
    return session.stop;
  }, [card, record, objectTypeId, account, services, settings, crash]);
  return [state, crash];
}
