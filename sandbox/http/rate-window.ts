/** A sliding window: at most `limit` hits in any `windowMs`. */
export interface RateWindow {
  /** Counts a hit and says whether it was within the limit. A refused hit is not counted. */
  hit(key: string, limit: number, windowMs: number): boolean;
  /** Hits still allowed for the key in the window that ends now. */
  remaining(key: string, limit: number, windowMs: number): number;
  clear(): void;
}

export function createRateWindow(monotonicNowMs: () => number): RateWindow {
  const hitsByKey = new Map<string, number[]>();
  const recent = (key: string, windowMs: number): number[] => {
    const since = monotonicNowMs() - windowMs;
    const hits = (hitsByKey.get(key) ?? []).filter((atMs) => atMs > since);
    hitsByKey.set(key, hits);
    return hits;
  };
  return {
    hit(key, limit, windowMs) {
      const hits = recent(key, windowMs);
      if (hits.length >= limit) return false;
      hits.push(monotonicNowMs());
      return true;
    },
    remaining: (key, limit, windowMs) => Math.max(0, limit - recent(key, windowMs).length),
    clear: () => {
      hitsByKey.clear();
    },
  };
}
