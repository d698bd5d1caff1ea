import type { BalanceTransaction } from '@stripe-payments/core';
import { settlementLedger } from '@stripe-payments/core';
import type { Figure } from './figure.ts';
import { median } from './measure.ts';

const ROWS = 1_000_000;
const RUNS = 7;
const LEAST_ROWS_A_SECOND = 1_000_000;

function syntheticRows(): readonly BalanceTransaction[] {
  const categories = ['charge', 'charge', 'charge', 'refund', 'dispute'];
  const currencies = ['usd', 'usd', 'eur'];
  return Array.from({ length: ROWS }, (_, index) => {
    const amountMinor = (index % 9_000) + 500;
    const feeMinor = Math.floor(amountMinor / 33) + 30;
    return {
      id: `txn_${String(index)}`,
      created: 1_700_000_000,
      reportingCategory: categories[index % categories.length] ?? 'charge',
      amountMinor,
      feeMinor,
      netMinor: amountMinor - feeMinor,
      currency: currencies[index % currencies.length] ?? 'usd',
      feeDetails: [{ type: 'stripe_fee', amountMinor: feeMinor }],
      exchangeRate: null,
      availableOn: 1_700_000_000,
    };
  });
}

export function measureLedger(): readonly Figure[] {
  const rows = syntheticRows();
  const seconds = Array.from({ length: RUNS }, () => {
    const startedMs = performance.now();
    settlementLedger(rows);
    return (performance.now() - startedMs) / 1_000;
  });
  const rowsASecond = Math.round(ROWS / median(seconds));
  return [
    {
      name: 'ledger: balance transactions a second',
      value: rowsASecond.toLocaleString('en-US'),
      target: `over ${LEAST_ROWS_A_SECOND.toLocaleString('en-US')}`,
      holds: rowsASecond > LEAST_ROWS_A_SECOND,
    },
  ];
}
