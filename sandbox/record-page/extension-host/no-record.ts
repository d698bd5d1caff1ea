import { callFunction } from '../api/client.ts';
import type { HostApi, ServerlessOptions } from './protocol.ts';
import { reply } from './session.ts';

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
  throw new Error(`${what} needs a record, and this extension has none.`);
}

const refused = (what: string) => () => reply(Promise.resolve().then(() => refuse(what)));

/** Refuses the calls that need a record: app pages and bulk actions have none. */
export const NO_RECORD_API: RecordApi = {
  fetchCrmProperties: refused('useCrmProperties'),
  releaseCrmProperties: () => undefined,
  fetchAssociations: refused('useAssociations'),
  fetchCrmObjectProperties: refused('fetchCrmObjectProperties'),
  onCrmPropertiesUpdate: () => refuse('onCrmPropertiesUpdate'),
  refreshObjectProperties: () => refuse('refreshObjectProperties'),
};

export async function callWithoutRecord(
  extensionUid: string,
  uid: string,
  options: ServerlessOptions,
): Promise<unknown> {
  if ((options.propertiesToSend ?? []).length > 0) {
    const message = `${uid}: propertiesToSend needs a record, and this extension has none.`;
    console.error(`${extensionUid}: ${message}`);
    throw new Error(message);
  }
  return callFunction(uid, { parameters: options.parameters });
}
