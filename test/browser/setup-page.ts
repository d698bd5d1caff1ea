import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The app's setup page, as an admin uses it. */
export interface SetupPage {
  readonly page: Page;
  readonly app: Locator;
  /** A part of the page by its test id. */
  part(testId: string): Locator;
  /** Opens the page and waits until everything was looked at. */
  open(): Promise<void>;
  checkAgain(): Promise<void>;
  /** Waits until a part of the page shows the text. */
  sees(testId: string, text: string | RegExp): Promise<void>;
  expectVerdicts(verdicts: Readonly<Record<string, string>>): Promise<void>;
  /** Does the steps that are shown, and waits until it was checked again. */
  apply(): Promise<void>;
  /** Finds a record by name and asks what a sync of it would write. */
  preview(name: string): Promise<void>;
}

const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ').trim();

/** @param url of the record page. */
export function setupPageOf(page: Page, url: string): SetupPage {
  const app = page.getByTestId('app-page');
  const part = (testId: string): Locator => app.locator(`[data-test-id="${testId}"]`);
  const checked = async (): Promise<void> => {
    await part('summary').waitFor();
    await expect.poll(() => part('check-again').isEnabled()).toBe(true);
  };
  return {
    page,
    app,
    part,
    open: async () => {
      await page.goto(`${url}/#/app`);
      await page.reload();
      await checked();
    },
    checkAgain: async () => {
      await part('check-again').click();
      await checked();
    },
    sees: async (testId, text) => {
      await expect.poll(async () => plain(await part(testId).first().textContent())).toMatch(text);
    },
    expectVerdicts: async (verdicts) => {
      for (const [name, verdict] of Object.entries(verdicts)) {
        await expect
          .poll(async () => plain(await part(`verdict-${name}`).textContent()), {
            message: name,
          })
          .toBe(verdict);
      }
    },
    apply: async () => {
      await part('apply').click();
      await part('applied').waitFor();
      await checked();
    },
    preview: async (name) => {
      await part('try-it').getByRole('searchbox').fill(name);
      const row = part('records').getByRole('row').filter({ hasText: name });
      await row.first().getByRole('button').click();
    },
  };
}
