import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { drawGallery } from './gallery/draw.ts';
import { GALLERY } from './gallery/stories.ts';
import { test } from './harness.ts';

/** Where a PNG has its width. */
const widthOf = async (file: string): Promise<number> => (await readFile(file)).readUInt32BE(16);

test('the gallery has a picture of each story in two languages and two widths, and a page of them', async ({
  window,
  recordPage,
}) => {
  const stories = GALLERY.filter(({ name }) => ['overpaid', 'payment-panel'].includes(name));
  const folder = await mkdtemp(path.join(tmpdir(), 'gallery-'));
  const files = await drawGallery(window.browser, recordPage, stories, folder);
  expect(await Promise.all(files.map(widthOf))).toEqual([
    1280, 900, 1280, 900, 1280, 900, 1280, 900,
  ]);
  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  for (const file of files) expect(page).toContain(`src="${path.basename(file)}"`);
  const { store } = recordPage.world.hubspot;
  expect(store.valueOf('deals', '9036', 'stripe_coverage')).toBe('overpaid');
  expect(store.valueOf('deals', '9036', 'amount')).toBe('549.00');
  await rm(folder, { recursive: true });
});

test('each story of the gallery is of a record that the sandbox has, and has a name of its own', ({
  recordPage,
}) => {
  const { store } = recordPage.world.hubspot;
  expect(new Set(GALLERY.map(({ name }) => name)).size).toBe(GALLERY.length);
  const ids = new Set(
    (['deals', 'contacts', 'companies'] as const).flatMap((objectType) =>
      store.listObjects(objectType).map(({ id }) => `${objectType}/${id}`),
    ),
  );
  expect(GALLERY.filter(({ place }) => place !== 'app' && !ids.has(place))).toEqual([]);
});
