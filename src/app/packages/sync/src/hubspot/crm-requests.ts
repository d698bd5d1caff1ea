import {
  ApiException,
  HttpMethod,
  RequestContext,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { ErrorCode } from '@stripe-payments/core';
import type { Caller } from '../http/retry.ts';
import { toHubSpotSyncError } from './errors.ts';
import { listOf, textOf } from './json.ts';
import { createTransport, HubSpotPartialError } from './transport.ts';

export interface CrmRequest {
  readonly path: string;
  /** Default: POST with a body, which is how HubSpot reads many records; else GET. */
  readonly method?: HttpMethod;
  readonly body?: object;
  /** The code of a 404; default: a record that is not there. */
  readonly missing?: ErrorCode;
  /** The status that says that it is so already, for instance because a lost answer did it. */
  readonly acceptedStatus?: 404 | 409;
  /** True where a 207 is an answer like any other: the caller looks what became of it. */
  readonly allowPartialFailure?: boolean;
}

/**
 * Sends what the typed clients lack fields for, or what they would bundle a second time all that the
 * first one brings for.
 */
export interface CrmRequests {
  /** The parsed answer. @throws {SyncError} */
  ask(caller: Caller, request: CrmRequest): Promise<unknown>;
}

/** A 207 tells what is not there beside what is; anything else that failed may come the next time. */
function refuseFailedParts(answer: unknown): void {
  const failed = listOf(answer, 'errors').some(
    (error) => textOf(error, 'category') !== 'OBJECT_NOT_FOUND',
  );
  if (failed) throw new HubSpotPartialError('A part of the read failed.');
}

export function createCrmRequests(baseUrl: string, accessToken: string): CrmRequests {
  const send = async (
    { path, body, method: asked, allowPartialFailure = false }: CrmRequest,
    timeoutMs: number,
  ): Promise<unknown> => {
    const method = asked ?? (body === undefined ? HttpMethod.GET : HttpMethod.POST);
    const request = new RequestContext(`${baseUrl}${path}`, method);
    request.setHeaderParam('Authorization', `Bearer ${accessToken}`);
    if (body !== undefined) {
      request.setHeaderParam('Content-Type', 'application/json');
      request.setBody(JSON.stringify(body));
    }
    const transport = createTransport(timeoutMs, { acceptsParts: true });
    const response = await transport.send(request).toPromise();
    const { httpStatusCode: status, headers } = response;
    const text = await response.body.text();
    if (status < 200 || status > 299) throw new ApiException(status, 'refused', text, headers);
    // 204 to what is archived.
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (status === 207 && !allowPartialFailure) refuseFailedParts(answer);
    return answer;
  };
  return {
    async ask(caller, request) {
      try {
        return await caller.call((timeoutMs) => send(request, timeoutMs));
      } catch (error) {
        if (error instanceof ApiException && error.code === request.acceptedStatus)
          return undefined;
        throw toHubSpotSyncError(error, request.missing);
      }
    },
  };
}
