import type { Locator, Page } from 'playwright-core';

/** The panel in which a person says whose payments are the record's. */
export interface LinkPanel {
  readonly dialog: Locator;
  /** Why a change was refused. */
  readonly problem: Locator;
  open(): Promise<void>;
  close(): Promise<void>;
  /** Searches customers and waits for the text. */
  search(query: string, until: string | RegExp): Promise<void>;
  /** Links a found customer and waits for the confirmation. */
  link(customerId: string): Promise<void>;
  unlink(customerId: string): Promise<void>;
  /** Assigns what is pasted; what then happens, the test waits for. */
  assign(pasted: string): Promise<void>;
  unassign(id: string): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
}

export function linkPanelOf(page: Page, card: Locator): LinkPanel {
  const dialog = page.locator('[data-test-id="link-panel"]');
  const part = (testId: string): Locator => dialog.locator(`[data-test-id="${testId}"]`);
  const sees = (text: string | RegExp): Promise<void> =>
    dialog.getByText(text).filter({ visible: true }).first().waitFor();
  const confirm = async (testId: string): Promise<void> => {
    await part(testId).click();
    await part(`${testId}-confirm`).click();
  };
  return {
    dialog,
    problem: part('link-problem'),
    sees,
    open: async () => {
      await card.getByRole('button', { name: 'Match payments' }).first().click();
      await dialog.waitFor();
    },
    close: async () => {
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    search: async (query, until) => {
      await part('customer-search').locator('input').fill(query);
      await part('search').click();
      await sees(until);
    },
    link: async (customerId) => {
      await part(`link-${customerId}`).click();
      await sees(/is linked\.$/);
    },
    unlink: async (customerId) => {
      await confirm(`unlink-${customerId}`);
      await sees(/is no longer linked\.$/);
    },
    assign: async (pasted) => {
      await part('assign-id').locator('input').fill(pasted);
      await part('assign').click();
    },
    unassign: async (id) => {
      await confirm(`unassign-${id}`);
      await sees(/is no longer assigned\.$/);
    },
  };
}
