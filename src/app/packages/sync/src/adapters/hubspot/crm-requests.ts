import {
  ApiException,
  HttpMethod,
  RequestContext,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import type { Caller } from '../../resilience/retry.ts';
import { toHubSpotSyncError } from './errors.ts';
import { listOf, textOf } from './json.ts';
import { createTransport, HubSpotPartialError } from './transport.ts';

interface CrmRequest {
  readonly path: string;
  /** With a body it is a POST; HubSpot reads many records that way. */
  readonly body?: object;
}

/** Sends reads whose typed clients would bundle a second time all that the first one brings. */
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
  const send = async ({ path, body }: CrmRequest, timeoutMs: number): Promise<unknown> => {
    const method = body === undefined ? HttpMethod.GET : HttpMethod.POST;
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
    const answer: unknown = JSON.parse(text);
    if (status === 207) refuseFailedParts(answer);
    return answer;
  };
  return {
    async ask(caller, request) {
      try {
        return await caller.call((timeoutMs) => send(request, timeoutMs));
      } catch (error) {
        throw toHubSpotSyncError(error);
      }
    },
  };
}
