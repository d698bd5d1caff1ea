import type { Page } from 'playwright-core';

type Setting = 'language' | 'locale' | 'sees' | 'timeZone';

/** Chooses in the user menu, as the profile of a person in HubSpot would say. */
export async function choose(
  page: Page,
  settings: Readonly<Partial<Record<Setting, string>>>,
): Promise<void> {
  await page.getByTestId('user-menu').click();
  for (const [setting, value] of Object.entries(settings)) {
    await page.getByTestId(`setting-${setting}`).selectOption(value);
  }
  await page.getByTestId('user-menu').click();
}

/** In the browser: every text of an element on its own, which no locator gives. */
const textsBelow = (selector: string): string => `(() => {
  const element = document.querySelector(${JSON.stringify(selector)});
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode.textContent);
  return texts;
})()`;

/** Every piece of text of an element, without no-break spaces. */
export async function textsOn(page: Page, selector: string): Promise<readonly string[]> {
  const texts = await page.evaluate<readonly string[]>(textsBelow(selector));
  return texts.map((text) => text.replaceAll('\u00a0', ' ').trim()).filter((text) => text !== '');
}
