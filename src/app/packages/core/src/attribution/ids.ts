/** What people wrote into an id property, taken apart. */
export interface ParsedIds {
  /** Usable ids, each once, in the order written. */
  readonly ids: readonly string[];
  /** What is not an id of an accepted kind, as written. */
  readonly rejected: readonly string[];
}

// Everything Stripe accepts in its own ids; nothing that means something in a URL or a search query.
const ID = /^([a-z]{2,5})_[A-Za-z0-9_]{1,250}$/;

/** Splits at commas, semicolons and blanks, as people separate what they paste. */
export function parseIds(text: string | null, acceptedPrefixes: readonly string[]): ParsedIds {
  const words = [...new Set((text ?? '').split(/[\s,;]+/).filter((word) => word !== ''))];
  const isAccepted = (word: string): boolean => acceptedPrefixes.includes(ID.exec(word)?.[1] ?? '');
  return {
    ids: words.filter(isAccepted),
    rejected: words.filter((word) => !isAccepted(word)),
  };
}
