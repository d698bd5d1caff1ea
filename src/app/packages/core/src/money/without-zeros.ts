const isZero = (amounts: unknown): boolean =>
  typeof amounts === 'object' && amounts !== null
    ? Object.values(amounts).every(isZero)
    : typeof amounts !== 'number' || amounts === 0;

/**
 * The entries that have something, or all of them where none has: a currency of which everything is zero
 * (a failed debit whose fee came back, a trial) makes nothing mixed.
 */
export function withoutZeros<T extends object>(entries: readonly T[]): readonly T[] {
  const filled = entries.filter((entry) => !isZero(entry));
  return filled.length === 0 ? entries : filled;
}
