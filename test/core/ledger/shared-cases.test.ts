import { existsSync, readFileSync } from 'node:fs';
import { settlementLedger } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { balanceTransaction } from '../../builders/balance-transaction.ts';

const file = new URL('../../../../shared/fixtures/stripe/ledger-cases.json', import.meta.url);

const expectation = z.strictObject({
  gross: z.int(),
  fee: z.int(),
  refunded: z.int(),
  disputed: z.int(),
  dispute_fee: z.int(),
  net: z.int(),
});

const schema = z.object({
  cases: z.array(
    z.strictObject({
      name: z.string(),
      rows: z.array(z.tuple([z.string(), z.int(), z.int(), z.string()])),
      feeDetails: z.array(z.tuple([z.string(), z.int()])).optional(),
      expect: z.record(z.string(), expectation).optional(),
      expectUnattributed: z.record(z.string(), z.int()).optional(),
    }),
  ),
});

type Case = z.infer<typeof schema>['cases'][number];

function ledgerOfCase({ rows, feeDetails }: Case): ReturnType<typeof settlementLedger> {
  const details = feeDetails?.map(([type, amountMinor]) => ({ type, amountMinor }));
  return settlementLedger(
    rows.map(([reportingCategory, amountMinor, feeMinor, currency], index) =>
      balanceTransaction({
        id: `txn_${String(index)}`,
        reportingCategory,
        amountMinor,
        feeMinor,
        currency,
        ...(details && { feeDetails: details }),
      }),
    ),
  );
}

const isThere = existsSync(file);

test.skipIf(!isThere)(
  'every shared case comes to what it expects (skipped only without ../shared/fixtures)',
  () => {
    const { cases } = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(cases.length).toBeGreaterThan(0);
    for (const each of cases) {
      const { totals } = ledgerOfCase(each);
      const expected = Object.entries(each.expect ?? {}).map(([currency, amounts]) => ({
        currency,
        grossMinor: amounts.gross,
        feeMinor: amounts.fee,
        refundedMinor: amounts.refunded,
        disputedMinor: amounts.disputed,
        disputeFeeMinor: amounts.dispute_fee,
        netMinor: amounts.net,
        otherMinor: 0,
      }));
      const unattributed = Object.entries(each.expectUnattributed ?? {}).map(
        ([currency, otherMinor]) => ({ currency, otherMinor, grossMinor: 0, feeMinor: 0 }),
      );
      expect(totals, each.name).toMatchObject([...expected, ...unattributed]);
    }
  },
);
