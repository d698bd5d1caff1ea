import type { RemoteCallable } from '@remote-ui/rpc';
import type { HostApi, Reply } from '../extension-host/protocol.ts';

export type Host = RemoteCallable<HostApi>;

/** Turns the page's reply back into what the SDK expects: a value, or a rejection with an Error. */
export async function unwrap<T>(reply: Promise<Reply<T>>): Promise<T> {
  const settled = await reply;
  if (!settled.ok) throw new Error(settled.message);
  return settled.value;
}
