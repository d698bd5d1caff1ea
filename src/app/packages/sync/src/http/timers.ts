/** The timers under everything that is sent: one place, so that a test can let waits pass. */
export const timers = {
  nowMs: (): number => performance.now(),
  set: (run: () => void, durationMs: number): NodeJS.Timeout => setTimeout(run, durationMs),
  clear: (timer: NodeJS.Timeout | undefined): void => {
    clearTimeout(timer);
  },
};
