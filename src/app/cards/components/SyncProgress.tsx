import { LoadingSpinner, ProgressBar } from '@hubspot/ui-extensions';
import type { Coverage } from '@stripe-payments/core';
import { useEffect, useState } from 'react';
import { useTexts } from '../hooks/use-presentation.ts';

const SLOW_AFTER_MS = 4_000;

/**
 * A function tells nothing before it replies; after a while the label says why it takes long. Of a sync
 * in several parts each reply tells how far it is.
 */
export function SyncProgress({ coverage }: { readonly coverage: Coverage | null }) {
  const { sync, billing } = useTexts().card;
  const { running, stillRunning } = sync;
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsSlow(true);
    }, SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (coverage !== null) {
    return (
      <ProgressBar
        title={running}
        value={coverage.contactsCovered}
        maxValue={coverage.contactsTotal}
        valueDescription={billing.coverage(coverage.contactsCovered, coverage.contactsTotal)}
        showPercentage
        testId="sync-progress"
      />
    );
  }
  return (
    <LoadingSpinner label={isSlow ? stillRunning : running} showLabel size="sm" layout="inline" />
  );
}
