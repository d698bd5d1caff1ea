import path from 'node:path';
import { startRecordPage } from '../../sandbox/dev/start.ts';
import { createManualClock } from '../../sandbox/http/clock.ts';
import { drawGallery } from './gallery/draw.ts';
import { GALLERY } from './gallery/stories.ts';
import { launchChromium } from './launch-chromium.ts';

/**
 * `npm run gallery`: pictures of every story in two languages and two widths, to look through before a
 * release. With names of stories only those: `npm run gallery -- disputed yen`.
 */
const FOLDER = path.join('test-results', 'gallery');

const names = process.argv.slice(2);
const stories = names.length === 0 ? GALLERY : GALLERY.filter(({ name }) => names.includes(name));
const recordPage = await startRecordPage({
  connections: { stripe: { kind: 'sandbox' }, hubspot: { kind: 'sandbox' } },
  clock: createManualClock(Date.parse('2026-11-22T12:00:00Z')),
  monotonicNowMs: () => performance.now(),
  seed: 1,
  port: 0,
  watches: false,
  log: () => undefined,
});
const browser = await launchChromium();
try {
  const files = await drawGallery(browser, recordPage, stories, FOLDER);
  process.stdout.write(`${String(files.length)} pictures. Open ${FOLDER}/index.html\n`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser.close();
  await recordPage.close();
}
