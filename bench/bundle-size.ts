import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { builtCards, builtPages } from '../scripts/build/extensions.ts';
import type { Figure } from './figure.ts';

const MAX_KB = 60;

/** Of the cards and the app page: what a browser loads of the app. */
export function measureBundles(): readonly Figure[] {
  return [...builtCards(), ...builtPages()].map(({ uid, bundlePath }) => {
    const sizeKb = gzipSync(readFileSync(bundlePath)).byteLength / 1_024;
    return {
      name: `${uid}: bundle, gzipped`,
      value: `${sizeKb.toFixed(1)} KB`,
      target: `under ${String(MAX_KB)} KB`,
      holds: sizeKb < MAX_KB,
    };
  });
}
