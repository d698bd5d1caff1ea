/** Two currencies met in one operation. They are never added or compared. */
export class CurrencyMismatchError extends Error {
  override readonly name = 'CurrencyMismatchError';
  readonly left: string;
  readonly right: string;

  constructor(left: string, right: string) {
    super(`Amounts in ${left} and ${right} cannot be combined.`);
    this.left = left;
    this.right = right;
  }
}
