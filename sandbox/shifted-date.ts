/**
 * `Date` for a world whose clock is not the machine's: now is so many milliseconds ahead of the real now,
 * or behind it. What is made from a given time stays as it is.
 */
export function shiftedDate(real: DateConstructor, aheadMs: () => number): DateConstructor {
  const now = (): number => real.now() + aheadMs();
  return new Proxy(real, {
    construct: (target, given, newTarget): Date => {
      const made: unknown = Reflect.construct(
        target,
        given.length === 0 ? [now()] : given,
        newTarget,
      );
      return made instanceof Date ? made : new real(now());
    },
    apply: () => new real(now()).toString(),
    get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
