import type { Reply } from '@stripe-payments/core';

/** An answer that may be a part: then its view has what to send to go on. */
interface Continued {
  readonly view: { readonly continuation: string | null };
}

interface Parts<Answer extends Continued> {
  /** A part from which to go on; null to begin. */
  readonly from: Answer | null;
  readonly send: (after: { readonly continuation?: string }) => Promise<Reply<Answer>>;
  readonly join: (before: Answer, next: Answer) => Answer;
  /** Called with each part, and with null where it begins again; false where the answer is no longer awaited. */
  readonly onPart: (part: Answer | null) => boolean;
}

/** The continuation after a part. */
export const after = (part: Continued | null | undefined): { readonly continuation?: string } => {
  const continuation = part?.view.continuation ?? null;
  return continuation === null ? {} : { continuation };
};

/**
 * Calls until everything is covered; each call is bounded. A continuation that grew too old begins
 * again, once.
 */
export async function callInParts<Answer extends Continued>({
  from,
  send,
  join,
  onPart,
}: Parts<Answer>): Promise<Reply<Answer>> {
  let part = from;
  let hasBegunAgain = false;
  onPart(part);
  for (;;) {
    const reply = await send(after(part));
    if (reply.ok) {
      const whole: Answer & { readonly ok: true } = {
        ...(part === null ? reply : join(part, reply)),
        ok: true,
      };
      part = whole;
      if (whole.view.continuation === null || !onPart(whole)) return whole;
    } else {
      if (part === null || hasBegunAgain || reply.error.code !== 'continuation-expired')
        return reply;
      hasBegunAgain = true;
      part = null;
      if (!onPart(null)) return reply;
    }
  }
}
