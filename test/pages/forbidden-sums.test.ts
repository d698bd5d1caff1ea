import { openChecked } from './setup-page.tsx';
import { formatMoney, money, propertyChanges } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { valuesOfView } from '../builders/saved-properties.ts';
import { previewed } from '../builders/setup-replies.ts';
import { figure, mixedView, numbersWritten, SIDES, SUMS } from '../cards/two-currencies.ts';
import { foundRecord } from './found-record.ts';
import { textAt } from './texts-at.ts';

test.each(['deal', 'contact', 'company'] as const)(
  'no figure of what a sync of a %s would write is a sum across currencies',
  async (objectType) => {
    const view = mixedView(objectType);
    const changes = propertyChanges({}, valuesOfView(view));
    const page = await openChecked({
      search: () => [foundRecord(1)],
      previews: [previewed(changes, view)],
    });
    await page.click('preview-1');
    const table = textAt(page, 'changes');
    const numbers = numbersWritten(table);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.filter((number) => SUMS.has(number))).toEqual([]);
    for (const { currency, ...side } of SIDES) {
      const paid = figure({ currency, ...side }, 9) + figure({ currency, ...side }, 8);
      expect(table).toContain(
        `${currency.toUpperCase()}: paid ${formatMoney(money(paid, currency), 'en-US')}`,
      );
    }
  },
);
