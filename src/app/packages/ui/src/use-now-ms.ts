import { useEffect, useState } from 'react';

const TICK_MS = 30_000;

/** The wall clock, often enough for an age in minutes. */
export function useNowMs(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNowMs(Date.now());
    }, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return nowMs;
}
