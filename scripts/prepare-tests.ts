import { ensureChromium, THIS_MACHINE } from './browser.ts';

/** What `npm test` does before the first test, so that it ends at once where there is no browser. */
const browser = ensureChromium(THIS_MACHINE);
if (!browser.ok) {
  process.stderr.write(`${browser.message}\n`);
  process.exitCode = 1;
}
