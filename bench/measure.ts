/** The middle of several measurements, which one slow run does not move. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('There is no median of nothing.');
  return middle;
}

interface Span {
  readonly startedMs: number;
  readonly endedMs: number;
}

/** Requests that had to wait for one another: the longest chain in which none overlaps the next. */
export function roundTrips(requests: readonly Span[]): number {
  let count = 0;
  let freeFromMs = -Infinity;
  for (const { startedMs, endedMs } of requests.toSorted((a, b) => a.endedMs - b.endedMs)) {
    if (startedMs < freeFromMs) continue;
    count += 1;
    freeFromMs = endedMs;
  }
  return count;
}
