import type { RecordedRequest } from '../../sandbox/http/recorder.ts';
import type { FunctionsWorld } from './harness.ts';

/** What the functions sent to both APIs since `forgetRequests`, in the order of their beginning. */
export async function requestsOf(world: FunctionsWorld): Promise<readonly RecordedRequest[]> {
  const both = await Promise.all([world.stripe.requests(), world.hubspot.requests()]);
  return both.flat().toSorted((one, other) => one.startedMs - other.startedMs);
}

export async function forgetRequests(world: FunctionsWorld): Promise<void> {
  await Promise.all([world.stripe.forgetRequests(), world.hubspot.forgetRequests()]);
}

/** HubSpot reads batches and searches by POST too. */
const READS_BY_POST = /\/(?:search|batch\/read)$/;

export const isWrite = ({ method, path }: RecordedRequest): boolean =>
  method !== 'GET' && !READS_BY_POST.test(path);

/** `GET /v1/charges` for each request, sorted. */
export const named = (requests: readonly RecordedRequest[]): readonly string[] =>
  requests.map(({ method, path }) => `${method} ${path}`).sort();

/** The properties that a PATCH of a record carried. */
export function patchedProperties({ body }: RecordedRequest): Readonly<Record<string, string>> {
  const { properties } = JSON.parse(body) as { properties: Record<string, string> };
  return properties;
}
