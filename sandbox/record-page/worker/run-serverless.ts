import type { ServerlessOptions } from '../extension-host/protocol.ts';
import type { Host } from './host.ts';
import { unwrap } from './host.ts';

/**
 * Parameters travel as JSON: what JSON cannot hold is refused (bigint) or lost (undefined), so they
 * are turned here rather than cloned to the page as they are.
 */
export async function runServerless(
  host: Host,
  uid: string,
  options: ServerlessOptions = {},
): Promise<unknown> {
  const { parameters = {}, propertiesToSend = [] } = options;
  const json: unknown = JSON.parse(JSON.stringify(parameters));
  return unwrap(host.runServerless(uid, { parameters: json, propertiesToSend }));
}
