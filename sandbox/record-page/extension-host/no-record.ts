import type { HostApi } from './protocol.ts';
import { reply } from './reply.ts';

type RecordApi = Pick<
  HostApi,
  | 'fetchCrmProperties'
  | 'releaseCrmProperties'
  | 'fetchAssociations'
  | 'fetchCrmObjectProperties'
  | 'onCrmPropertiesUpdate'
  | 'refreshObjectProperties'
>;

function refuse(what: string): never {
  throw new Error(`${what} needs a record, and an app page has none.`);
}

const refused = (what: string) => () => reply(Promise.resolve().then(() => refuse(what)));

/** What only a card on a record may ask for, as an app page is answered. */
export const noRecordApi: RecordApi = {
  fetchCrmProperties: refused('useCrmProperties'),
  releaseCrmProperties: () => undefined,
  fetchAssociations: refused('useAssociations'),
  fetchCrmObjectProperties: refused('fetchCrmObjectProperties'),
  onCrmPropertiesUpdate: () => refuse('onCrmPropertiesUpdate'),
  refreshObjectProperties: () => refuse('refreshObjectProperties'),
};
