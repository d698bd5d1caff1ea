import { expect, test } from 'vitest';
import { findChromium } from './find-chromium.ts';

test('takes the Chromium that CHROMIUM_PATH names', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
});

test('says in one line how to get a Chromium where CHROMIUM_PATH names none', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow(
    /^CHROMIUM_PATH=\/nowhere\/chromium is not a program: install one with "apt-get install -y chromium", or set CHROMIUM_PATH to one\.$/,
  );
});
