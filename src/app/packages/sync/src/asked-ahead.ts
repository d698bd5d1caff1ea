/** A question that can be asked before it is known whether, and for what, its answer is needed. */
export interface AskedAhead<Key, Answer> {
  /** Asks at once. The answer is for the first who asks then; nothing awaits it otherwise. */
  readonly begin: (key: Key) => void;
  /** One call for those who ask for the same at the same time. */
  readonly ask: (key: Key) => Promise<Answer>;
}

/** @param nameOf the same for keys that mean the same. */
export function askedAhead<Key, Answer>(
  call: (key: Key) => Promise<Answer>,
  nameOf: (key: Key) => string,
): AskedAhead<Key, Answer> {
  const underWay = new Map<string, Promise<Answer>>();
  const begun = new Map<string, Promise<Answer>>();
  const share = (key: Key): Promise<Answer> => {
    const name = nameOf(key);
    const asked = underWay.get(name) ?? call(key).finally(() => underWay.delete(name));
    underWay.set(name, asked);
    return asked;
  };
  return {
    begin(key) {
      const answer = share(key);
      answer.catch(() => undefined);
      begun.set(nameOf(key), answer);
    },
    ask(key) {
      const name = nameOf(key);
      const answer = begun.get(name) ?? share(key);
      begun.delete(name);
      return answer;
    },
  };
}
