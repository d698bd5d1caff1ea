import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The drawer with actions at Stripe. */
export interface StripeSide {
  open(): Promise<void>;
  /** Presses a button below "New payment". */
  pay(label: string, amountMinor: number): Promise<void>;
  /** Presses a button of the newest payment that has it. Without an amount it means all of it. */
  act(label: string, amountMinor?: number): Promise<void>;
  moveClock(label: '1 hour' | '1 day' | '1 week'): Promise<void>;
}

/** Presses and waits for the next line of "What happened", which tells of success. */
async function press(drawer: Locator, button: Locator): Promise<void> {
  const lines = drawer.getByTestId('stripe-side-log').locator('li:has(bdi)');
  const before = await lines.count();
  await button.click();
  await expect.poll(() => lines.count()).toBe(before + 1);
  expect(await drawer.locator('.scene-log-failed').allTextContents()).toEqual([]);
}

export function stripeSideOf(page: Page): StripeSide {
  const drawer = page.getByTestId('stripe-side');
  return {
    open: async () => {
      await page.getByTestId('stripe-side-open').click();
      await drawer.getByTestId('new-payment-customer').waitFor();
    },
    pay: async (label, amountMinor) => {
      await drawer.getByTestId('amount-new').fill(String(amountMinor));
      await press(drawer, drawer.getByRole('button', { name: label, exact: true }));
    },
    act: async (label, amountMinor) => {
      const button = page.getByRole('button', { name: label, exact: true });
      const payment = drawer.locator('.scene-payment').filter({ has: button }).first();
      if (amountMinor !== undefined) {
        await payment.getByRole('textbox').fill(String(amountMinor));
      }
      await press(drawer, payment.getByRole('button', { name: label, exact: true }));
    },
    moveClock: (label) => press(drawer, drawer.getByTestId(`clock-${label.replace(' ', '-')}`)),
  };
}
