import type {
  ActingTexts,
  BillingDone,
  Failure,
  ManageBillingParameters,
  Presentation,
  Reply,
  RequestDone,
} from '@stripe-payments/core';
import { actingTextsIn } from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { useCall, usePresentationWith } from '@stripe-payments/ui';

/** The records on which payments are requested and refunded. */
export type ActedType = ManageBillingParameters['objectType'];

/** An answer that no panel shows. */
export type Late =
  | { readonly of: 'request'; readonly reply: Reply<RequestDone> }
  | { readonly of: 'change'; readonly reply: Reply<BillingDone> };

/** What follows an action. */
export interface Acted {
  readonly onDone: (isSyncNeeded: boolean) => void;
  /** Once its outcome was seen: a list that is read earlier takes the button's row away, and its panel with it. */
  readonly onSeen: () => void;
  /** What came of what was confirmed in a panel that was closed before the answer; null once another begins. */
  readonly onLate: (late: Late | null) => void;
  /** Of every panel: while one is open, nothing is read that another card's sync asks for. */
  readonly setOpen: (isOpen: boolean) => void;
}

export type ActingPresentation = Presentation<ActingTexts>;

export const useActingPresentation = (): ActingPresentation => usePresentationWith(actingTextsIn);

/** The texts of this card in the reader's language. */
export const useActingTexts = (): ActingTexts['acting'] => useActingPresentation().texts.acting;

/** What a review answers. */
interface Prepared {
  readonly digest: string;
  readonly confirmation: { readonly text: string } | null;
}

/** What is sent back of a review: what is confirmed is what was shown. */
interface Confirmation {
  readonly digest: string;
  readonly confirmation?: string;
}

interface Confirmed<Asked> {
  readonly asked: Asked;
  readonly confirmation: Confirmation;
}

interface Steps<Asked, P extends Prepared, Done extends object> {
  readonly prepare: (asked: Asked) => Promise<Reply<P>>;
  readonly confirm: (asked: Asked, confirmation: Confirmation) => Promise<Reply<Done>>;
  readonly onDone: (done: Done) => void;
  /** After each answer to a confirmation, a failure too. */
  readonly onEnd?: (reply: Reply<Done>) => void;
}

/** A review and its confirmation: nothing is done at Stripe before the second. */
export interface TwoSteps<Asked, P extends Prepared, Done extends object> {
  readonly review: CallState<Asked, P>;
  readonly outcome: CallState<Confirmed<Asked>, Done>;
  readonly isRunning: boolean;
  readonly prepare: (asked: Asked) => void;
  /** Confirms what was reviewed last. */
  readonly confirm: () => void;
  /** Back to the form: what was reviewed is forgotten. */
  readonly change: () => void;
}

export function useTwoSteps<Asked, P extends Prepared, Done extends object>({
  prepare,
  confirm,
  onDone,
  onEnd,
}: Steps<Asked, P, Done>): TwoSteps<Asked, P, Done> {
  const review = useCall<Asked, P>({ whileRunning: 'replace', send: prepare });
  const outcome = useCall<Confirmed<Asked>, Done>({
    whileRunning: 'ignore',
    send: ({ asked, confirmation }) => confirm(asked, confirmation),
    onEnd: (reply) => {
      if (reply.ok) onDone(reply);
      onEnd?.(reply);
    },
  });
  return {
    review: review.state,
    outcome: outcome.state,
    isRunning: outcome.state.phase === 'running',
    prepare: (asked) => {
      outcome.reset();
      review.run(asked);
    },
    confirm: () => {
      if (review.state.phase !== 'done') return;
      const { request: asked, answer } = review.state;
      const { digest, confirmation } = answer;
      outcome.run({
        asked,
        confirmation: {
          digest,
          ...(confirmation !== null && { confirmation: confirmation.text }),
        },
      });
    },
    change: () => {
      outcome.reset();
      review.reset();
    },
  };
}

/** The answer of one step, of a function that has several; a failure for the answer to another. */
export function answerOf<Answer extends { readonly step: string }, Step extends Answer['step']>(
  reply: Reply<Answer>,
  step: Step,
): Reply<Extract<Answer, { readonly step: Step }>> {
  if (!reply.ok) return reply;
  return isOfStep<Answer & { readonly ok: true }, Step>(reply, step)
    ? reply
    : { ok: false, error: { code: 'no-answer' } };
}

const isOfStep = <Answer extends { readonly step: string }, Step extends Answer['step']>(
  answer: Answer,
  step: Step,
): answer is Extract<Answer, { readonly step: Step }> => answer.step === step;

/** The failure of a call that ended with one. */
export const failureOf = (state: CallState<unknown, object>): Failure | null =>
  state.phase === 'failed' ? state.failure : null;
