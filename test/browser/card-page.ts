import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { StripeSide } from './stripe-side.ts';
import { stripeSideOf } from './stripe-side.ts';

/** Texts by the labels under which a person finds them. */
export type Texts = Readonly<Record<string, string>>;

type CardUid = 'deal-payments' | 'contact-payments' | 'company-payments' | 'payment-sidebar';

/** A card on the records of one type. */
export interface CardOn {
  readonly objectType: 'deals' | 'contacts' | 'companies';
  readonly cardUid: CardUid;
}

export const DEAL_CARD: CardOn = { objectType: 'deals', cardUid: 'deal-payments' };
export const CONTACT_CARD: CardOn = { objectType: 'contacts', cardUid: 'contact-payments' };
export const COMPANY_CARD: CardOn = { objectType: 'companies', cardUid: 'company-payments' };
export const DEAL_SIDEBAR: CardOn = { objectType: 'deals', cardUid: 'payment-sidebar' };
export const CONTACT_SIDEBAR: CardOn = { objectType: 'contacts', cardUid: 'payment-sidebar' };

/** A record page, and one of its cards, as a person uses it. */
export interface CardPage {
  readonly page: Page;
  readonly card: Locator;
  readonly stripeSide: StripeSide;
  /** A part of the card by its test id. */
  part(testId: string): Locator;
  /** Opens the record, shows its payments and waits until the card says something about them. */
  open(recordId: string): Promise<void>;
  /** Opens the record and waits for nothing. */
  visit(recordId: string): Promise<void>;
  reload(): Promise<void>;
  /** Waits until the card shows the text. */
  sees(text: string | RegExp): Promise<void>;
  /** Edits a property in the left panel. */
  edit(name: string, value: string): Promise<void>;
  /** Presses "Sync now"; answers with the text of the alert that follows. */
  sync(): Promise<string>;
  /** What the card lists as changed, a line each. */
  changes(): Promise<readonly string[]>;
  /** Labels of the properties that the left panel marks, in alphabetical order. */
  markedAsChanged(): Promise<readonly string[]>;
  /** The large figures of the card. */
  expectFigures(figures: Texts): Promise<void>;
  /** Properties as the left panel shows them, by their names without `stripe_`. */
  expectProperties(values: Texts): Promise<void>;
  /** The status and the tags beside it. */
  expectTags(...tags: readonly string[]): Promise<void>;
}

/** Amounts hold no-break spaces, which no test wants to write. */
const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ').trim();

const textsOf = async (parts: Locator): Promise<readonly string[]> =>
  (await parts.allTextContents()).map(plain);

function paired(labels: readonly string[], texts: readonly string[]): Texts {
  return Object.fromEntries(labels.map((label, index) => [label, texts[index] ?? '']));
}

async function figuresOf(figures: Locator): Promise<Texts> {
  const labels = await textsOf(figures.locator('.statistics-label'));
  return paired(labels, await textsOf(figures.locator('.statistics-number')));
}

async function propertiesOf(page: Page, names: readonly string[]): Promise<Texts> {
  const texts = names.map((name) => page.getByTestId(`property-stripe_${name}`).textContent());
  return paired(names, (await Promise.all(texts)).map(plain));
}

async function changesOf(list: Locator): Promise<readonly string[]> {
  const labels = await textsOf(list.locator('dt'));
  const texts = await textsOf(list.locator('dd'));
  return labels.map((label, index) => `${label}: ${texts[index] ?? ''}`);
}

const OUTCOMES = '[data-test-id="sync-result"], [data-test-id="sync-problem"]';

/** Presses the button and waits for the outcome below it, not for that of an earlier sync; its title. */
async function syncAndRead(card: Locator): Promise<string> {
  // A quick sync has replaced it before one could see it gone.
  await card.page().evaluate(`for (const shown of document.querySelectorAll('${OUTCOMES}')) {
    shown.setAttribute('data-earlier', '');
  }`);
  await card.locator('[data-test-id="sync-now"]').click();
  const own = card.locator(OUTCOMES).and(card.locator(':not([data-earlier])'));
  await own.waitFor();
  const [title = ''] = (await own.innerText()).split('\n');
  return plain(title);
}

export function cardPageOf(page: Page, url: string, { objectType, cardUid }: CardOn): CardPage {
  const card = page.getByTestId(`card-${cardUid}`);
  const part = (testId: string): Locator => card.locator(`[data-test-id="${testId}"]`);
  const visit = async (recordId: string): Promise<void> => {
    await page.goto(`${url}/#/${objectType}/${recordId}`);
  };
  const settled = async (): Promise<void> => {
    const shown = card.getByText(/Live from Stripe|Up to date|Couldn't read|isn't connected/);
    await shown.first().waitFor();
    if (!(await part('show-payments').isVisible())) return;
    await part('show-payments').click();
    await card.getByText('Live from Stripe').first().waitFor();
  };
  return {
    page,
    card,
    part,
    stripeSide: stripeSideOf(page),
    visit,
    open: async (recordId) => {
      await visit(recordId);
      await settled();
    },
    reload: async () => {
      await page.reload();
      await settled();
    },
    sees: (text) => card.getByText(text).filter({ visible: true }).first().waitFor(),
    edit: async (name, value) => {
      const property = page.getByTestId(`property-stripe_${name}`);
      await property.getByRole('button').click();
      await property.getByRole('textbox').fill(value);
      await property.getByRole('button', { name: 'Save' }).click();
      await expect.poll(() => property.textContent()).toBe(value);
    },
    sync: () => syncAndRead(card),
    changes: async () => {
      await card.getByRole('button', { name: 'What changed' }).click();
      await part('sync-result').locator('.description-list').waitFor();
      return changesOf(part('sync-result'));
    },
    markedAsChanged: async () => {
      const labels = await textsOf(page.locator('.property-changed dt'));
      return labels.map((label) => label.replace(/Updated$/, '')).sort();
    },
    expectFigures: (figures) => expect.poll(() => figuresOf(part('figures'))).toEqual(figures),
    expectProperties: (values) =>
      expect.poll(() => propertiesOf(page, Object.keys(values))).toEqual(values),
    expectTags: (...tags) =>
      expect
        .poll(() => textsOf(card.locator('[data-test-id="payment-status"], .tag')))
        .toEqual(tags),
  };
}
