import type { ReplyError } from '../contract/errors.ts';
import { isolated } from '../untrusted/isolated.ts';
import { shortened } from '../untrusted/shortened.ts';

/** More would hide the next step; a sync leaves the whole of it on the record. */
const MOST_OF_DETAIL = 300;
const MOST_OF_REFERENCE = 100;

const brief = (text: string | undefined, most: number): string | undefined =>
  text === undefined ? undefined : shortened(isolated(text), most);

/** What a service said beside our message, fit to stand in a sentence. */
export function problemFacts({ detail, reference }: ReplyError): {
  readonly detail: string | undefined;
  readonly reference: string | undefined;
} {
  return {
    detail: brief(detail, MOST_OF_DETAIL),
    reference: brief(reference, MOST_OF_REFERENCE),
  };
}
