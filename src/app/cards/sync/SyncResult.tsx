import {
  Accordion,
  Alert,
  DescriptionList,
  DescriptionListItem,
  LoadingSpinner,
  ProgressBar,
  Text,
} from '@hubspot/ui-extensions';
import type { Coverage } from '@stripe-payments/core';
import { changeLines } from '@stripe-payments/core';
import { FailureAlert, useFigurePresentation } from '@stripe-payments/ui';
import { useEffect, useState } from 'react';
import { BusyOr } from './BusyOr.tsx';
import type { Sync } from './use-sync.ts';

/** What a sync is doing, then what it changed. */
export function SyncResult({ state, isRepeated }: Pick<Sync, 'state' | 'isRepeated'>) {
  const presentation = useFigurePresentation();
  const texts = presentation.texts.card.sync;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return <SyncProgress coverage={state.part?.view.coverage ?? null} />;
    case 'failed':
      return (
        <BusyOr isRepeated={isRepeated}>
          <FailureAlert
            testId="sync-problem"
            title={texts.failed}
            failures={[state.failure]}
            consequence={
              state.part === null ? undefined : presentation.texts.card.common.syncStopped
            }
          />
        </BusyOr>
      );
    case 'done':
      if (state.answer.changes.length === 0) {
        return (
          <Alert variant="info" title={texts.nothingChanged} testId="sync-result">
            <Text>{texts.nothingChangedDetail}</Text>
          </Alert>
        );
      }
      return (
        <Alert
          variant="success"
          title={texts.changed(state.answer.changes.length)}
          testId="sync-result"
        >
          <Accordion title={texts.whatChanged} size="xs">
            <DescriptionList direction="row">
              {changeLines(
                state.answer,
                state.answer.labels[presentation.language],
                presentation,
              ).map(({ label, text }) => (
                <DescriptionListItem key={label} label={label}>
                  <Text>{text}</Text>
                </DescriptionListItem>
              ))}
            </DescriptionList>
          </Accordion>
        </Alert>
      );
  }
}

const SLOW_AFTER_MS = 4_000;

/**
 * A function tells nothing before it replies; after a while the label says why it takes long. Of a sync
 * in several parts each reply tells how far it is.
 */
function SyncProgress({ coverage }: { readonly coverage: Coverage | null }) {
  const { sync, common } = useFigurePresentation().texts.card;
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
        valueDescription={common.coverage(coverage.contactsCovered, coverage.contactsTotal)}
        showPercentage
        testId="sync-progress"
      />
    );
  }
  return (
    <LoadingSpinner label={isSlow ? stillRunning : running} showLabel size="sm" layout="inline" />
  );
}
