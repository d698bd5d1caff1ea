import { exponentOf } from '../values/currencies.ts';
import { WorldRefusal } from './context.ts';

/** Millionths of a US dollar for one major unit. Plausible, not quoted from anywhere. */
const MICRO_DOLLARS: Readonly<Record<string, bigint>> = {
  usd: 1_000_000n,
  eur: 1_085_000n,
  gbp: 1_270_000n,
  chf: 1_130_000n,
  cad: 730_000n,
  aud: 660_000n,
  jpy: 6_700n,
  ils: 270_000n,
  aed: 272_300n,
  kwd: 3_255_000n,
  bhd: 2_652_000n,
  sek: 95_000n,
};

const DAY_MS = 24 * 60 * 60 * 1000;
const SCALE = 1_000_000n;

export interface Conversion {
  readonly amount: number;
  /** Minor units to minor units, with six decimals; null when nothing was converted. */
  readonly rate: string | null;
}

function microDollars(currency: string): bigint {
  const rate = MICRO_DOLLARS[currency];
  if (rate === undefined) {
    throw new WorldRefusal(`The sandbox has no exchange rate for ${currency}.`);
  }
  return rate;
}

/** Rates move from day to day, by up to 1.5 %: a later refund is worth another settlement amount. */
function driftOf(currency: string, atMs: number): bigint {
  const day = Math.floor(atMs / DAY_MS);
  let hash = day;
  for (const letter of currency) hash = Math.imul(hash ^ letter.charCodeAt(0), 2_654_435_761) >>> 0;
  return BigInt((hash % 301) - 150);
}

export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n;
  return dividend < 0n ? -((-dividend + half) / divisor) : (dividend + half) / divisor;
}

function rateMicros(from: string, to: string, atMs: number): bigint {
  const drifted = microDollars(from) * (10_000n + driftOf(from, atMs));
  const major = drifted * SCALE * 10n ** BigInt(exponentOf(to));
  return roundedQuotient(major, microDollars(to) * 10_000n * 10n ** BigInt(exponentOf(from)));
}

const decimalText = (micros: bigint): string =>
  `${String(micros / SCALE)}.${String(micros % SCALE).padStart(6, '0')}`;

export function convert(amount: number, from: string, to: string, atMs: number): Conversion {
  if (from === to) return { amount, rate: null };
  const rate = rateMicros(from, to, atMs);
  const converted = roundedQuotient(BigInt(amount) * rate, SCALE);
  return { amount: Number(converted), rate: decimalText(rate) };
}
