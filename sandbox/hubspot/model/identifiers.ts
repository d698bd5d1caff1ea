/** Everything that looks random in the stand-in, from one seed: the same seed, the same ids. */
export interface Identifiers {
  nextRecordId(): string;
  nextCorrelationId(): string;
}

const FIRST_RECORD_ID = 30_000_000_000;

/** Mulberry32: 32 bits of state are plenty for ids that only have to look plausible. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

export function createIdentifiers(seed: number): Identifiers {
  const recordRandom = createRandom(seed);
  const correlationRandom = createRandom(seed ^ 0x5bd1e995);
  let lastRecordId = FIRST_RECORD_ID + (recordRandom() % 1_000_000_000);
  const hex = (length: number): string =>
    correlationRandom().toString(16).padStart(8, '0').slice(0, length);
  return {
    nextRecordId() {
      lastRecordId += 1 + (recordRandom() % 9);
      return String(lastRecordId);
    },
    nextCorrelationId: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(8)}${hex(4)}`,
  };
}
