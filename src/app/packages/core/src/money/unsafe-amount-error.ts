/** An amount that is not a whole number of minor units within ±(2^53 - 1), or not in a currency. */
export class UnsafeAmountError extends Error {
  override readonly name = 'UnsafeAmountError';
  readonly amountMinor: number;
  readonly currency: string;

  constructor(amountMinor: number, currency: string) {
    super(
      `${String(amountMinor)} "${currency}" is not a safe amount in minor units of a currency.`,
    );
    this.amountMinor = amountMinor;
    this.currency = currency;
  }
}
