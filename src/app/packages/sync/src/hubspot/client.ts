import type {
  HttpLibrary,
  RequestContext,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import {
  createConfiguration,
  HttpMethod,
  ResponseContext,
  ServerConfiguration,
  wrapHttpLibrary,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { ObjectType, PaymentRecordKind } from '@stripe-payments/core';
import { PAYMENT_TYPES, RUN_LOG_OBJECT } from '@stripe-payments/core';
import * as z from 'zod/mini';
import { loopbackUrl } from '../http/loopback.ts';
import type { Limits } from '../http/meter.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import type { Transport } from '../http/transport.ts';
import { TransportError, WrongAnswerError } from '../http/answer.ts';
import type { CallContext } from './errors.ts';
import { hasFailedParts, hubSpotFailure, judgeHubSpot, RefusedError } from './errors.ts';

const HUBSPOT_API = 'https://api.hubapi.com';

/** Object type ids, which every account shares. */
export const TYPE_IDS: Readonly<Record<ObjectType, string>> = {
  deal: '0-3',
  contact: '0-1',
  company: '0-2',
};

/** Object types as the paths of properties name them. */
const PLURALS: Readonly<Record<ObjectType, string>> = {
  deal: 'deals',
  contact: 'contacts',
  company: 'companies',
};

/**
 * The newest version that writes to any record: from 2026-09 on, a write is refused where the record lacks
 * a property that the account requires.
 */
const VERSION = '2026-03';

const OBJECTS = `/crm/objects/${VERSION}`;
const PROPERTIES_PATH = `/crm/properties/${VERSION}`;

const recordsOf = (type: ObjectType): string => `${OBJECTS}/${TYPE_IDS[type]}`;
const propertiesOf = (type: ObjectType): string => `${PROPERTIES_PATH}/${PLURALS[type]}`;

/** Every path of HubSpot's API that is asked, in one place: a version ends for all of them at once. */
export const PATHS = {
  account: `/account-info/${VERSION}/details`,
  tokenInfo: '/oauth/v2/private-apps/get/access-token-info',
  records: recordsOf,
  record: (type: ObjectType, id: string) => `${recordsOf(type)}/${encodeURIComponent(id)}`,
  /** By the plural name, under which HubSpot also looks at the scope first. */
  namedRecords: (type: ObjectType) => `${OBJECTS}/${PLURALS[type]}`,
  associations: (from: ObjectType, id: string, to: ObjectType) =>
    `${OBJECTS}/${TYPE_IDS[from]}/${encodeURIComponent(id)}/associations/${TYPE_IDS[to]}`,
  manyAssociations: (from: ObjectType, to: ObjectType) =>
    `/crm/associations/${VERSION}/${TYPE_IDS[from]}/${TYPE_IDS[to]}/batch/read`,
  notes: `${OBJECTS}/0-46`,
  notesOf: (type: ObjectType, id: string) =>
    `${recordsOf(type)}/${encodeURIComponent(id)}/associations/0-46`,
  lineItems: `${OBJECTS}/0-8`,
  lineItemsOfDeal: (id: string) =>
    `${recordsOf('deal')}/${encodeURIComponent(id)}/associations/0-8`,
  payments: (kind: PaymentRecordKind) => `${OBJECTS}/${PAYMENT_TYPES[kind]}`,
  paymentsOf: (kind: PaymentRecordKind, type: ObjectType) =>
    `/crm/associations/${VERSION}/${TYPE_IDS[type]}/${PAYMENT_TYPES[kind]}/batch`,
  ofPayments: (kind: PaymentRecordKind, type: ObjectType) =>
    `/crm/associations/${VERSION}/${PAYMENT_TYPES[kind]}/${TYPE_IDS[type]}/batch`,
  paymentProperties: (kind: PaymentRecordKind) => `${PROPERTIES_PATH}/${PAYMENT_TYPES[kind]}`,
  runs: `${OBJECTS}/p_${RUN_LOG_OBJECT}`,
  limits: `/crm/limits/${VERSION}`,
  schemas: `/crm-object-schemas/${VERSION}/schemas`,
  list: (id: string) => `/crm/lists/${VERSION}/${encodeURIComponent(id)}`,
  listSearch: `/crm/lists/${VERSION}/search`,
  dealPipelines: `/crm/pipelines/${VERSION}/deals`,
  dealPipelinesBefore: '/crm/v3/pipelines/deals',
  properties: propertiesOf,
  property: (type: ObjectType, name: string) => `${propertiesOf(type)}/${name}`,
  groups: (type: ObjectType) => `${propertiesOf(type)}/groups`,
} as const;

/** Below HubSpot's 5 searches a second, which all programs of an account share. */
const SEARCH: Limits = { perSecond: 4, atOnce: 10 };

/** Changes under way at once: HubSpot knows no batch for them. */
const PROPERTIES: Limits = { perSecond: Infinity, atOnce: 5 };

/** Of many records, the next are read while those before them wait to be written. */
const WRITES: Limits = { perSecond: Infinity, atOnce: Infinity, yields: true };

const OTHER: Limits = { perSecond: Infinity, atOnce: Infinity };

interface HubSpotShare {
  /** Calls a second, over all lanes; default: as many as HubSpot takes. */
  readonly hubSpotPerSecond?: number;
}

export const createHubSpotRateLimit = ({ hubSpotPerSecond }: HubSpotShare = {}): RateLimit =>
  createRateLimit({
    limitsOf: (lane) => ({ search: SEARCH, properties: PROPERTIES, writes: WRITES })[lane] ?? OTHER,
    perSecondInAll: hubSpotPerSecond ?? Infinity,
    // A program that has a limit of its own has one invocation at a time.
    ...(hubSpotPerSecond !== undefined && { share: 1 }),
  });

function laneOf(method: HttpMethod, pathname: string): string {
  if (pathname.endsWith('/search')) return 'search';
  if (pathname.startsWith(PROPERTIES_PATH)) return 'properties';
  return method === METHODS.PATCH ? 'writes' : 'other';
}

export interface HubSpotRequest extends CallContext {
  readonly path: string;
  /** Default: POST with a body, which is how HubSpot reads many records; else GET. */
  readonly method?: 'PATCH' | 'DELETE';
  readonly body?: object;
}

/** HubSpot's API within one budget. Every method throws only `SyncError`. */
export interface HubSpotClient {
  /** @throws {SyncError} `hubspot-wrong-answer` for an answer of another shape. */
  ask<T>(shape: z.ZodMiniType<T>, request: HubSpotRequest): Promise<T>;
  /**
   * For what is not read.
   * @param shape of the answer; without one it must be a 204, which has none.
   */
  send(request: HubSpotRequest, shape?: z.ZodMiniType): Promise<void>;
}

interface ClientOptions {
  readonly accessToken: string;
  /** Honoured for loopback addresses only. */
  readonly apiBaseUrl: string | undefined;
  readonly transport: Transport;
}

/** The SDK's transport hook over our own. */
const libraryOver = ({ send }: Transport): HttpLibrary =>
  wrapHttpLibrary({
    async send(request: RequestContext) {
      const url = request.getUrl();
      const { pathname } = new URL(url);
      const body = request.getBody();
      const answer = await send({
        url,
        method: request.getHttpMethod(),
        headers: request.getHeaders(),
        body: typeof body === 'string' ? body : null,
        lane: laneOf(request.getHttpMethod(), pathname),
        judge: (given) => judgeHubSpot(pathname, given),
      });
      if (hasFailedParts(pathname, answer)) {
        throw new TransportError('A part of the read failed.', { passes: true });
      }
      const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
      return new ResponseContext(answer.status, Object.fromEntries(answer.headers), {
        text: () => Promise.resolve(text),
        binary: () => Promise.resolve(Buffer.from(text)),
      });
    },
  });

/** The shape of a 204. */
const NOTHING: z.ZodMiniType = z.undefined();

/** @throws {WrongAnswerError} that says where the answer has another shape. */
function inShape<T>(shape: z.ZodMiniType<T>, answer: unknown): T {
  const parsed = shape.safeParse(answer);
  if (parsed.success) return parsed.data;
  if (answer === undefined) throw new WrongAnswerError('The response is empty.');
  const at = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new WrongAnswerError(
    at === '' ? 'The response has another shape.' : `The response has no ${at}.`,
  );
}

const METHODS = { PATCH: HttpMethod.PATCH, DELETE: HttpMethod.DELETE } as const;

export function createHubSpotClient(options: ClientOptions): HubSpotClient {
  const { accessToken, apiBaseUrl, transport } = options;
  // From its deep module: the whole SDK would double the memory that the platform gives.
  const { baseServer, authMethods, httpApi } = createConfiguration({
    baseServer: new ServerConfiguration(loopbackUrl(apiBaseUrl)?.origin ?? HUBSPOT_API, {}),
    authMethods: { oauth2: { accessToken } },
    httpApi: libraryOver(transport),
  });
  const answerTo = async ({ path, method, body }: HubSpotRequest): Promise<unknown> => {
    const byBody = body === undefined ? HttpMethod.GET : HttpMethod.POST;
    const request = baseServer.makeRequestContext(
      path,
      method === undefined ? byBody : METHODS[method],
    );
    await authMethods.oauth2?.applySecurityAuthentication(request);
    if (body !== undefined) {
      request.setHeaderParam('Content-Type', 'application/json');
      request.setBody(JSON.stringify(body));
    }
    const response = await httpApi.send(request).toPromise();
    const text = await response.body.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    const { httpStatusCode: status } = response;
    if (status < 200 || status > 299) throw new RefusedError(status, answer);
    return answer;
  };
  return {
    async ask(shape, request) {
      try {
        return inShape(shape, await answerTo(request));
      } catch (error) {
        throw hubSpotFailure(error, request);
      }
    },
    async send(request, shape = NOTHING) {
      try {
        inShape(shape, await answerTo(request));
      } catch (error) {
        const isSo = error instanceof RefusedError && error.status === request.acceptedStatus;
        if (!isSo) throw hubSpotFailure(error, request);
      }
    },
  };
}
