import type { Ledger } from '../ledger/ledger.ts';
import { allFeesMinor } from '../ledger/settlement.ts';
import type { Currency } from '../money/currency.ts';
import { toDecimal } from '../money/decimal.ts';
import { formatCurrency } from '../money/format.ts';
import { money } from '../money/money.ts';
import { english } from '../texts/english.ts';

function lineOf(currency: Currency, ledger: Ledger): string {
  const words = english.amountsByCurrency;
  const decimal = (minor: number): string => toDecimal(money(minor, currency));
  const presented = ledger.presentment.find((totals) => totals.currency === currency);
  const settled = ledger.settlement.find((totals) => totals.currency === currency);
  const parts: string[] = [];
  if (presented !== undefined) {
    parts.push(`${words.paid} ${decimal(presented.capturedMinor)}`);
    if (presented.refundedMinor !== 0) {
      parts.push(`${words.refunded} ${decimal(presented.refundedMinor)}`);
    }
    if (presented.disputedMinor !== 0) {
      parts.push(`${words.disputed} ${decimal(presented.disputedMinor)}`);
    }
  }
  if (settled !== undefined) {
    parts.push(`${words.gross} ${decimal(settled.grossMinor)}`);
    parts.push(`${words.fees} ${decimal(allFeesMinor(settled))}`);
    parts.push(`${words.net} ${decimal(settled.netMinor)}`);
  }
  return `${formatCurrency(currency)}: ${parts.join(', ')}`;
}

/**
 * One line a currency, whether the customer paid in it or Stripe settled in it. Figures of different
 * currencies never share a line, and the lines say when fees are still to come.
 */
export function amountsByCurrency(ledger: Ledger): string {
  const currencies = new Set(
    [...ledger.presentment, ...ledger.settlement].map(({ currency }) => currency),
  );
  const lines = [...currencies].sort().map((currency) => lineOf(currency, ledger));
  if (ledger.feeStatus === 'pending') lines.push(english.amountsByCurrency.feesPending);
  return lines.join('\n');
}
