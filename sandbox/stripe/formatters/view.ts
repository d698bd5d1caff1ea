import type Stripe from 'stripe';

/** What a formatter needs beside the row: the mode, and the time for what changes by itself. */
export interface FormatView {
  readonly livemode: boolean;
  readonly nowMs: number;
}

export const secondsOf = (ms: number): number => Math.floor(ms / 1000);

/** An SDK type as it is on the wire, where decimals are texts. */
export type Wire<T> = T extends string
  ? T
  : T extends Stripe.Decimal
    ? string
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends object
        ? { [Key in keyof T]: Wire<T[Key]> }
        : T;

/** A nested list shows this many; the rest is had from its `url`. */
const NESTED_LIST_LENGTH = 10;

interface NestedList<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

export const nestedList = <R, T>(
  rows: readonly R[],
  url: string,
  format: (row: R) => T,
): NestedList<T> => ({
  object: 'list',
  data: rows.slice(0, NESTED_LIST_LENGTH).map(format),
  has_more: rows.length > NESTED_LIST_LENGTH,
  url,
});

export const addressIn = (country: string | null): Stripe.Address => ({
  city: null,
  country,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
});
