import { asSyncError, isOfService, isPassing } from './sync-error.ts';

/** How questions of the same kind share a call. */
export interface Gathering<Question, Answer> {
  /** How long a question waits for others; undefined where each is asked at once and alone. */
  readonly wait: (() => Promise<void>) | undefined;
  /** Only questions of the same group share a call. */
  readonly groupOf: (question: Question) => string;
  /** Answers in the order of the questions; undefined for one that is to be asked alone. */
  readonly together: (
    questions: readonly [Question, ...Question[]],
  ) => Promise<readonly (Answer | undefined)[]>;
  readonly alone: (question: Question) => Promise<Answer>;
  /** True for more failures than those of a service, after which each question alone would fail alike. */
  readonly isOfAll?: (error: unknown) => boolean;
}

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly answer: (given: Promise<Answer>) => void;
}

function isServiceFailure(error: unknown): boolean {
  const { code } = asSyncError(error);
  return isOfService(code) || isPassing(code);
}

/**
 * Lets questions that are asked within a while share one call, as records that are synced side by side do. What is
 * wrong with one of them is no failure of the others: each is asked alone then.
 */
export function gathered<Question, Answer>({
  wait,
  groupOf,
  together,
  alone,
  isOfAll,
}: Gathering<Question, Answer>): (question: Question) => Promise<Answer> {
  if (wait === undefined) return alone;
  const groups = new Map<string, Waiting<Question, Answer>[]>();
  const settle = async (
    first: Waiting<Question, Answer>,
    others: readonly Waiting<Question, Answer>[],
  ): Promise<void> => {
    if (others.length === 0) {
      first.answer(alone(first.question));
      return;
    }
    const all = [first, ...others];
    try {
      const questions = others.map(({ question }) => question);
      const answers = await together([first.question, ...questions]);
      for (const [index, { question, answer }] of all.entries()) {
        const given = answers[index];
        answer(given === undefined ? alone(question) : Promise.resolve(given));
      }
    } catch (error) {
      const isOfEach = isServiceFailure(error) || isOfAll?.(error) === true;
      for (const { question, answer } of all) {
        answer(isOfEach ? Promise.reject(asSyncError(error)) : alone(question));
      }
    }
  };
  return (question) =>
    new Promise((answer) => {
      const group = groupOf(question);
      const waiting = groups.get(group);
      if (waiting !== undefined) {
        waiting.push({ question, answer });
        return;
      }
      const others: Waiting<Question, Answer>[] = [];
      groups.set(group, others);
      void wait().then(() => {
        groups.delete(group);
        return settle({ question, answer }, others);
      });
    });
}
