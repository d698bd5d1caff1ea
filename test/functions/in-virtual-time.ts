import { timers } from '../../src/app/packages/sync/src/http/timers.ts';
import { VIRTUAL_TIME } from './run-main.ts';

/**
 * For `beforeAll`: what runs in this process without a bundle, as a terminal command does, has the time of
 * the stand-ins, in which a wait costs nothing. Returns what ends it.
 */
export function inVirtualTime(): () => void {
  const own = { ...timers };
  const { fetch } = globalThis;
  const { nowMs, setTimeout, clearTimeout } = VIRTUAL_TIME;
  Object.assign(timers, { nowMs, set: setTimeout, clear: clearTimeout });
  globalThis.fetch = VIRTUAL_TIME.fetch;
  return () => {
    Object.assign(timers, own);
    globalThis.fetch = fetch;
  };
}
