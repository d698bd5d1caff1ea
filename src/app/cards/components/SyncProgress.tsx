import { LoadingSpinner } from '@hubspot/ui-extensions';
import { english } from '@stripe-payments/core';
import { useEffect, useState } from 'react';

const SLOW_AFTER_MS = 4_000;

/** A function tells nothing before it replies; after a while the label says why it takes long. */
export function SyncProgress() {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsSlow(true);
    }, SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const { running, stillRunning } = english.card.sync;
  return (
    <LoadingSpinner label={isSlow ? stillRunning : running} showLabel size="sm" layout="inline" />
  );
}
