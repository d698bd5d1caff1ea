import type { CrmSearchReply, ServerlessOptions } from '../extension-host/protocol.ts';
import { objectTypeFacts } from '../format/object-types.ts';
import { accountSideReplySchema, accountSideSchema } from './account-side-wire.ts';
import type { AccountSidePart } from './account-side-wire.ts';
import { request } from './request.ts';
import { actionReplySchema, clockSchema, sceneSchema } from './stripe-side-wire.ts';
import type { Scene, SceneQuestion, StripeSideAction } from './stripe-side-wire.ts';
import {
  accountSchema,
  associationsSchema,
  cardListSchema,
  crmRecordSchema,
  crmSearchReplySchema,
  pageListSchema,
  propertyDefinitionsSchema,
  recordListSchema,
  serverlessReplySchema,
  worldSchema,
} from './wire.ts';
import type {
  Account,
  Associations,
  CardDescription,
  CrmRecord,
  PageDescription,
  PropertyDefinition,
  World,
} from './wire.ts';

export interface RecordReference {
  readonly objectType: string;
  readonly id: string;
}

const recordPath = ({ objectType, id }: RecordReference): string =>
  `/api/records/${encodeURIComponent(objectType)}/${encodeURIComponent(id)}`;

export const readWorld = (): Promise<World> => request(worldSchema, '/api/world');
export const readAccount = (): Promise<Account> => request(accountSchema, '/api/account');

export async function listCards(): Promise<readonly CardDescription[]> {
  return (await request(cardListSchema, '/api/cards')).cards;
}

export async function listPages(): Promise<readonly PageDescription[]> {
  return (await request(pageListSchema, '/api/pages')).pages;
}

export async function listRecords(
  objectType: string,
  names: readonly string[],
): Promise<readonly CrmRecord[]> {
  const path = `/api/records/${objectType}?properties=${names.join(',')}`;
  return (await request(recordListSchema, path)).records;
}

export async function readDefinitions(objectType: string): Promise<readonly PropertyDefinition[]> {
  return (await request(propertyDefinitionsSchema, `/api/properties/${objectType}`)).properties;
}

export function readRecord(
  reference: RecordReference,
  names: readonly string[],
): Promise<CrmRecord> {
  return request(crmRecordSchema, `${recordPath(reference)}?properties=${names.join(',')}`);
}

export function updateRecord(
  reference: RecordReference,
  properties: Readonly<Record<string, string>>,
): Promise<CrmRecord> {
  return request(crmRecordSchema, recordPath(reference), { method: 'PATCH', body: { properties } });
}

export function readAssociations(
  reference: RecordReference,
  toObjectType: string,
  names: readonly string[],
  page: { readonly limit: number; readonly after?: string },
): Promise<Associations> {
  const query = new URLSearchParams({
    properties: names.join(','),
    limit: String(page.limit),
    ...(page.after !== undefined && { after: page.after }),
  });
  const path = `${recordPath(reference)}/associations/${encodeURIComponent(toObjectType)}`;
  return request(associationsSchema, `${path}?${query.toString()}`);
}

export function searchCrm(objectType: string, body: unknown): Promise<CrmSearchReply> {
  const path = `/api/search/${encodeURIComponent(objectType)}`;
  return request(crmSearchReplySchema, path, { method: 'POST', body });
}

interface RecordIdentity {
  readonly objectId: number;
  readonly objectTypeId: string;
}

/** `record` is the one that is viewed, null on an app page. */
export async function callFunction(
  uid: string,
  { parameters, propertiesToSend = [] }: ServerlessOptions,
  record: RecordIdentity | null,
): Promise<unknown> {
  const objectQuery = record && { ...record, objectPropertyNames: propertiesToSend };
  const path = `/api/serverless/${encodeURIComponent(uid)}`;
  const body = { parameters, ...(objectQuery !== null && { objectQuery }) };
  return (await request(serverlessReplySchema, path, { method: 'POST', body })).response;
}

export function readScene({ customerIds, emails, record }: SceneQuestion): Promise<Scene> {
  const query = new URLSearchParams({
    customers: customerIds.join(','),
    emails: emails.join(','),
    ...(record !== null && { [objectTypeFacts(record.objectType).singular]: record.id }),
  });
  return request(sceneSchema, `/api/stripe-side/scene?${query.toString()}`);
}

export async function act(action: StripeSideAction): Promise<string> {
  const path = '/api/stripe-side/actions';
  return (await request(actionReplySchema, path, { method: 'POST', body: action })).message;
}

export async function readAccountSide(): Promise<readonly AccountSidePart[]> {
  return (await request(accountSideSchema, '/api/account-side')).parts;
}

/** Answers with what happened. */
export async function actOnAccount(part: string, action: string): Promise<string> {
  const body = { part, action };
  const path = '/api/account-side';
  return (await request(accountSideReplySchema, path, { method: 'POST', body })).message;
}

export async function advanceClock(durationMs: number): Promise<number> {
  const body = { durationMs };
  return (await request(clockSchema, '/api/clock/advance', { method: 'POST', body })).nowMs;
}
