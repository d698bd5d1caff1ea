import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium, THIS_MACHINE } from '../../scripts/browser.ts';

const LAUNCH_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @throws one line that says how to install a browser, where there is none. */
export async function launchChromium(): Promise<Browser> {
  const found = findChromium(THIS_MACHINE);
  if (!found.ok) throw new Error(found.message);
  return chromium.launch({ executablePath: found.file, args: LAUNCH_FLAGS });
}
