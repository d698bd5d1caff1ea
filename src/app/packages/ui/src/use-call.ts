import type { Failure, Reply } from '@stripe-payments/core';
import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * A call of a function, or of several that make one answer. `answer` is the newest whole one and stays
 * while it is asked for again; `part` is how far a call of several parts has come.
 */
export type CallState<Request, Answer, Part = never> =
  | { readonly phase: 'idle'; readonly answer: null }
  | {
      readonly phase: 'running';
      readonly request: Request;
      readonly answer: Answer | null;
      readonly part: Part | null;
    }
  | { readonly phase: 'done'; readonly request: Request; readonly answer: Answer }
  | {
      readonly phase: 'failed';
      readonly request: Request;
      readonly answer: Answer | null;
      readonly part: Part | null;
      readonly failure: Failure;
    };

export interface CallOptions<Request, Answer extends object, Part> {
  /** Never rejects. `onPart` tells how far it is, and answers false where it has to stop. */
  readonly send: (
    request: Request,
    onPart: (part: Part | null) => boolean,
  ) => Promise<Reply<Answer>>;
  /** What a request does while another is running. */
  readonly whileRunning: 'ignore' | 'replace';
  /** Called after an answer that is still wanted, or a failure. */
  readonly onEnd?: (reply: Reply<Answer>, request: Request) => void;
}

export interface Call<Request, Answer extends object, Part> {
  readonly state: CallState<Request, Answer, Part>;
  readonly run: (request: Request) => void;
  /** Forgets the outcome, and an answer that is on its way. */
  readonly reset: () => void;
  /**
   * Announces another call that brings such an answer along. The function that it returns takes the
   * answer, unless a newer request was made since.
   */
  readonly expectAnswer: (request: Request) => (answer: Answer) => void;
}

/** One call at a time, of which the latest wins; nothing is done once the component is gone. */
export function useCall<Request, Answer extends object, Part = never>(
  options: CallOptions<Request, Answer, Part>,
): Call<Request, Answer, Part> {
  const [state, setState] = useState<CallState<Request, Answer, Part>>({
    phase: 'idle',
    answer: null,
  });
  const latest = useRef(options);
  // A button is disabled a render later than the click, so a fast second click is stopped here.
  const isRunning = useRef(false);
  const isMounted = useRef(true);
  const newest = useRef(0);
  const oldestWanted = useRef(0);

  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const isWanted = useCallback(
    (call: number): boolean => isMounted.current && call >= oldestWanted.current,
    [],
  );

  const run = useCallback(
    (request: Request) => {
      const { send, whileRunning } = latest.current;
      if (isRunning.current && whileRunning === 'ignore') return;
      isRunning.current = true;
      newest.current += 1;
      const call = newest.current;
      oldestWanted.current = call;
      const running = (part: Part | null) => {
        setState(({ answer }) => ({ phase: 'running', request, answer, part }));
      };
      running(null);
      void send(request, (part) => {
        if (isWanted(call)) running(part);
        return isWanted(call);
      }).then((reply) => {
        isRunning.current = false;
        if (!isWanted(call)) return;
        setState((before) => ended(before, request, reply));
        latest.current.onEnd?.(reply, request);
      });
    },
    [isWanted],
  );

  const reset = useCallback(() => {
    newest.current += 1;
    oldestWanted.current = newest.current;
    setState({ phase: 'idle', answer: null });
  }, []);

  const expectAnswer = useCallback(
    (request: Request) => {
      newest.current += 1;
      const call = newest.current;
      return (answer: Answer) => {
        if (!isWanted(call)) return;
        oldestWanted.current = call;
        setState({ phase: 'done', request, answer });
      };
    },
    [isWanted],
  );

  return { state, run, reset, expectAnswer };
}

function ended<Request, Answer extends object, Part>(
  before: CallState<Request, Answer, Part>,
  request: Request,
  reply: Reply<Answer>,
): CallState<Request, Answer, Part> {
  if (reply.ok) return { phase: 'done', request, answer: reply };
  const part = 'part' in before ? before.part : null;
  return { phase: 'failed', request, answer: before.answer, part, failure: reply.error };
}
