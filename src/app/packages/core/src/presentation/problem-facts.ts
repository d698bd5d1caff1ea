import type { ReplyError } from '../contract/errors.ts';
import { brief } from '../untrusted/brief.ts';

/** More would hide the next step; a sync leaves the whole of it on the record. */
const MAX_OF_DETAIL = 300;
const MAX_OF_REFERENCE = 100;

/** What a service said beside our message, fit to stand in a sentence. */
export function problemFacts({ detail, reference }: ReplyError): {
  readonly detail: string | undefined;
  readonly reference: string | undefined;
} {
  return {
    detail: detail === undefined ? undefined : brief(detail, MAX_OF_DETAIL),
    reference: reference === undefined ? undefined : brief(reference, MAX_OF_REFERENCE),
  };
}
