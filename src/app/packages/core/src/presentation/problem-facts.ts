import type { Failure } from '../contract/failure.ts';
import { brief } from '../untrusted/brief.ts';

/** More would hide the next step; a sync leaves the whole of it on the record. */
const MAX_OF_DETAIL = 300;
const MAX_OF_REQUEST_ID = 100;

/** What a service said beside our message, fit to stand in a sentence. */
export function problemFacts({ detail, requestId }: Failure): {
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
} {
  return {
    detail: detail === undefined ? undefined : brief(detail, MAX_OF_DETAIL),
    requestId: requestId === undefined ? undefined : brief(requestId, MAX_OF_REQUEST_ID),
  };
}
