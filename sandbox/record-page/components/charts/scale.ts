/** Round values for an axis, from below the least to above the greatest. */
export interface Scale {
  readonly ticks: readonly number[];
  /** From 0 at the first tick to 1 at the last. */
  readonly share: (value: number) => number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** A step of 1, 2, 2.5 or 5 times a power of ten. */
function roundStep(span: number, count: number): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.find((candidate) => candidate * power >= rough) ?? 10;
  return step * power;
}

/** A scale that holds zero and every value. */
export function scaleOf(values: readonly number[], count = 5): Scale {
  const held = [0, ...values];
  const least = Math.min(...held);
  const greatest = Math.max(...held);
  const step = greatest === least ? 1 : roundStep(greatest - least, count);
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(greatest / step));
  // Multiples of the step, not sums of it: 0.1 + 0.2 is no tick.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  const [bottom = 0] = ticks;
  const top = ticks.at(-1) ?? 1;
  return { ticks, share: (value) => (value - bottom) / (top - bottom) };
}
