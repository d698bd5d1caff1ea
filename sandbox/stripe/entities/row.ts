/** What every stored object has. `created` is in seconds, as Stripe counts. */
export interface Row {
  readonly id: string;
  readonly created: number;
}

export type Metadata = Readonly<Record<string, string>>;
