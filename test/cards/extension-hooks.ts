import { afterEach, beforeEach, vi } from 'vitest';
import { AS_OF_MS } from '../builders/record-view.ts';
import { closeExtensions } from './extension-life.tsx';

// React's own scheduler keeps the real timers that it took on import.
beforeEach(() => {
  vi.useFakeTimers({
    now: AS_OF_MS,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
});

afterEach(async () => {
  await closeExtensions();
  vi.useRealTimers();
});
