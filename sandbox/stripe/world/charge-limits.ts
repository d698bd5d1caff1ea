import { MAX_CHARGE, minimumCharge, moneyText } from '../values/currencies.ts';
import { WorldRefusal } from './context.ts';

/** The amount is too small or too large for a payment in its currency. */
export class AmountRefusal extends WorldRefusal {
  readonly code: 'amount_too_large' | 'amount_too_small';

  constructor(code: AmountRefusal['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Nothing to pay is fine: no payment is made of it. */
export function checkCharge(amount: number, currency: string): void {
  const minimum = minimumCharge(currency);
  if (amount > 0 && amount < minimum) {
    throw new AmountRefusal(
      'amount_too_small',
      `The total amount due must add up to at least ${moneyText(minimum, currency)}.`,
    );
  }
  if (amount > MAX_CHARGE) {
    throw new AmountRefusal(
      'amount_too_large',
      `Amount must be no more than ${moneyText(MAX_CHARGE, currency)}.`,
    );
  }
}
