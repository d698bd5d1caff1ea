import { PROOF_PROPERTIES } from '@stripe-payments/core';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { RecordPage } from '../../../sandbox/dev/start.ts';
import { objectTypeFacts } from '../../../sandbox/record-page/format/object-types.ts';
import type { GalleryStory } from './stories.ts';

interface Variant {
  readonly language: 'en' | 'it';
  readonly width: number;
}

const VARIANTS: readonly Variant[] = (['en', 'it'] as const).flatMap((language) =>
  [1280, 900].map((width) => ({ language, width })),
);

const LOCALES = { en: 'en-us', it: 'it-it' } as const;

/** Nothing on the page is on its way, for as long as a card may take between two states. */
const AT_REST = `new Promise((resolve) => {
  let quietLooks = 0;
  const look = () => {
    const isBusy =
      document.querySelector('.spinner, [aria-busy="true"]') !== null ||
      document.querySelector('.card-body, .app-page-body') === null;
    quietLooks = isBusy ? 0 : quietLooks + 1;
    if (quietLooks === 10) resolve(true);
    else setTimeout(look, 50);
  };
  look();
})`;

/** Waits for the end of every read, and shows what a card reads on demand only. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(AT_REST);
  const onDemand = page.locator('[data-test-id="show-payments"]');
  if (!(await onDemand.isVisible())) return;
  await onDemand.click();
  await page.evaluate(AT_REST);
}

/** Syncs a record, as the button does: its properties and its sidebar have the figures and the payout's day then. */
export async function syncRecord({ url }: RecordPage, place: string): Promise<void> {
  const [objectType = '', id = ''] = place.split('/');
  const { objectTypeId, singular } = objectTypeFacts(objectType);
  const sync = (parameters: object): Promise<Response> =>
    fetch(`${url}/api/serverless/sync-payments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        parameters: { objectType: singular, ...parameters },
        objectQuery: {
          objectId: Number(id),
          objectTypeId,
          objectPropertyNames: PROOF_PROPERTIES,
        },
      }),
    });
  const answer = await sync({});
  const { response } = (await answer.json()) as {
    readonly response: { readonly payouts?: string | null };
  };
  if (typeof response.payouts === 'string') await sync({ payouts: response.payouts });
}

async function drawOne(
  browser: Browser,
  { url }: RecordPage,
  { place, settings = {}, act }: GalleryStory,
  { language, width }: Variant,
  file: string,
): Promise<void> {
  const viewport = { width, height: act === undefined ? 700 : 1000 };
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  try {
    const chosen = JSON.stringify({ language, locale: LOCALES[language], ...settings });
    await page.addInitScript(`localStorage.setItem('record-page-settings', '${chosen}')`);
    await page.goto(`${url}/#/${place}`);
    await atRest(page);
    if (act !== undefined) {
      await act(page);
      await page.evaluate(AT_REST);
    }
    await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
  } finally {
    await page.close();
  }
}

const fileOf = ({ name }: GalleryStory, { language, width }: Variant): string =>
  `${name}-${language}-${String(width)}.png`;

function indexOf(stories: readonly GalleryStory[]): string {
  const sections = stories.map((story) => {
    const pictures = VARIANTS.map((variant) => {
      const file = fileOf(story, variant);
      const label = `${variant.language}, ${String(variant.width)} px`;
      return `<a href="${file}"><figure><img src="${file}" alt="" loading="lazy"><figcaption>${label}</figcaption></figure></a>`;
    });
    return `<h2 id="${story.name}">${story.name}</h2>\n<p>${story.shows}</p>\n<div>${pictures.join('\n')}</div>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>
body { font: 15px system-ui, sans-serif; margin: 24px; }
div { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; align-items: start; }
figure { margin: 0; } img { width: 100%; border: 1px solid #ccc; }
</style>
<h1>Gallery</h1>
${sections.join('\n')}
</html>
`;
}

/** Draws every story in two languages and two widths, and a page to look through them. */
export async function drawGallery(
  browser: Browser,
  recordPage: RecordPage,
  stories: readonly GalleryStory[],
  folder: string,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const story of stories) {
    const isRecord = story.place !== 'app';
    if (isRecord) await syncRecord(recordPage, story.place);
    const undo = await story.prepare?.(recordPage);
    if (isRecord && undo !== undefined) await syncRecord(recordPage, story.place);
    for (const variant of VARIANTS) {
      const file = path.join(folder, fileOf(story, variant));
      await drawOne(browser, recordPage, story, variant, file);
      files.push(file);
    }
    await undo?.();
  }
  await writeFile(path.join(folder, 'index.html'), indexOf(stories));
  return files;
}
