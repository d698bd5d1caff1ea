import { retain } from '@remote-ui/rpc';
import type { PropertyValues } from '../api/wire.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { HostApi } from './protocol.ts';
import { reply } from './reply.ts';

type RecordActionApi = Pick<
  HostApi,
  'refreshObjectProperties' | 'fetchCrmObjectProperties' | 'onCrmPropertiesUpdate'
>;

function withoutNulls(values: PropertyValues): Record<string, string> {
  const texts = Object.entries(values).map(([name, value]) => [name, value ?? ''] as const);
  return Object.fromEntries(texts);
}

/** The actions of a card that concern its record. `onStop` calls when the card is gone. */
export function createRecordActionApi(
  record: RecordStore,
  onStop: (undo: () => void) => void,
): RecordActionApi {
  return {
    refreshObjectProperties: () => {
      void record.refresh();
    },
    fetchCrmObjectProperties: (names) => {
      const wanted = names === '*' ? record.definitions().map(({ name }) => name) : names;
      return reply(record.read(wanted).then(withoutNulls));
    },
    onCrmPropertiesUpdate: (names, listener) => {
      retain(listener);
      onStop(
        record.onEdit((edited) => {
          const wanted = Object.entries(withoutNulls(edited)).filter(
            ([name]) => names === '*' || names.includes(name),
          );
          if (wanted.length > 0) void listener(Object.fromEntries(wanted));
        }),
      );
    },
  };
}
