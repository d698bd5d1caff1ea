import type * as z from 'zod/mini';
import type { AccountPart, Scene, StripeAction } from '../../drawers.ts';
import { accountSideSchema, doneSchema, sceneSchema } from '../../drawers.ts';
import type {
  Account,
  Associations,
  BulkActionDescription,
  CardDescription,
  CrmRecord,
  CrmSearchReply,
  PageDescription,
  PropertyDefinition,
  RecordEdit,
  RecordReference,
  WorkflowStep,
  World,
} from './wire.ts';
import * as wire from './wire.ts';

/** A refusal of the dev server or of a service behind it, in their words. */
class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function request<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  method: 'GET' | 'POST' | 'PATCH' = 'GET',
  body?: unknown,
): Promise<z.infer<Schema>> {
  const response = await fetch(path, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const reply: unknown = await response.json();
  if (response.ok) return schema.parse(reply);
  const refusal = wire.errorReplySchema.safeParse(reply);
  const message = refusal.success ? refusal.data.error : 'The server gave no reason.';
  throw new ApiError(response.status, message);
}

const recordPath = ({ objectType, id }: RecordReference): string =>
  `/api/records/${encodeURIComponent(objectType)}/${encodeURIComponent(id)}`;

export const readWorld = (): Promise<World> => request(wire.worldSchema, '/api/world');
export const readAccount = (): Promise<Account> => request(wire.accountSchema, '/api/account');

/** Gives the object of the last answer where nothing has changed, so that its card goes on running. */
function keepsUnchanged<T>(): (values: readonly T[]) => readonly T[] {
  let before: ReadonlyMap<string, T> = new Map();
  return (values) => {
    const now = values.map((value) => [JSON.stringify(value), value] as const);
    before = new Map(now.map(([key, value]) => [key, before.get(key) ?? value]));
    return [...before.values()];
  };
}

const keptCards = keepsUnchanged<CardDescription>();
const keptPages = keepsUnchanged<PageDescription>();

export async function listCards(): Promise<readonly CardDescription[]> {
  return keptCards((await request(wire.cardListSchema, '/api/cards')).cards);
}

export async function listPages(): Promise<readonly PageDescription[]> {
  return keptPages((await request(wire.pageListSchema, '/api/pages')).pages);
}

const keptActions = keepsUnchanged<BulkActionDescription>();

export async function listActions(): Promise<readonly BulkActionDescription[]> {
  return keptActions((await request(wire.actionListSchema, '/api/actions')).actions);
}

export async function listRecords(
  objectType: string,
  names: readonly string[],
): Promise<readonly CrmRecord[]> {
  const path = `/api/records/${objectType}?properties=${names.join(',')}`;
  return (await request(wire.recordListSchema, path)).records;
}

export async function readDefinitions(objectType: string): Promise<readonly PropertyDefinition[]> {
  const path = `/api/properties/${objectType}`;
  return (await request(wire.propertyDefinitionsSchema, path)).properties;
}

export const readRecord = (
  reference: RecordReference,
  names: readonly string[],
): Promise<CrmRecord> =>
  request(wire.crmRecordSchema, `${recordPath(reference)}?properties=${names.join(',')}`);

export const updateRecord = (reference: RecordReference, edit: RecordEdit): Promise<CrmRecord> =>
  request(wire.crmRecordSchema, recordPath(reference), 'PATCH', edit);

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
  return request(wire.associationsSchema, `${path}?${query.toString()}`);
}

export const searchCrm = (objectType: string, body: unknown): Promise<CrmSearchReply> =>
  request(wire.crmSearchReplySchema, `/api/search/${encodeURIComponent(objectType)}`, 'POST', body);

/** Calls an app function; without `objectQuery` from an app page, which views no record. */
export async function callFunction(
  uid: string,
  call: z.infer<typeof wire.serverlessCallSchema>,
): Promise<unknown> {
  const path = `/api/serverless/${encodeURIComponent(uid)}`;
  return (await request(wire.serverlessReplySchema, path, 'POST', call)).response;
}

export const readScene = (query: URLSearchParams): Promise<Scene> =>
  request(sceneSchema, `/api/stripe-side/scene?${query.toString()}`);

export async function actAtStripe(action: StripeAction): Promise<string> {
  return (await request(doneSchema, '/api/stripe-side/actions', 'POST', action)).message;
}

export async function readAccountSide(): Promise<readonly AccountPart[]> {
  return (await request(accountSideSchema, '/api/account-side')).parts;
}

export async function actOnAccount(part: string, action: string): Promise<string> {
  return (await request(doneSchema, '/api/account-side', 'POST', { part, action })).message;
}

export const runWorkflow = ({ objectType, id }: RecordReference): Promise<WorkflowStep> =>
  request(wire.workflowStepSchema, `/api/workflow/${objectType}/${encodeURIComponent(id)}`, 'POST');

/** How far the functions' clock is ahead of this browser's. */
export async function readClockAheadMs(): Promise<number> {
  return (await request(wire.appClockSchema, '/api/clock')).appNowMs - Date.now();
}

export async function advanceClock(durationMs: number): Promise<number> {
  return (await request(wire.clockSchema, '/api/clock/advance', 'POST', { durationMs })).nowMs;
}
