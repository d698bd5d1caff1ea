import {
  Accordion,
  Alert,
  DescriptionList,
  DescriptionListItem,
  Text,
} from '@hubspot/ui-extensions';
import { changeLines } from '@stripe-payments/core';
import { usePresentation } from '../hooks/use-presentation.ts';
import type { SyncState } from '../hooks/use-sync.ts';
import { ProblemAlert } from './ProblemAlert.tsx';
import { SyncProgress } from './SyncProgress.tsx';

/** What a sync is doing, then what it changed. */
export function SyncResult({ state }: { readonly state: SyncState }) {
  const presentation = usePresentation();
  const words = presentation.texts.card.sync;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return <SyncProgress coverage={state.coverage} />;
    case 'failed':
      return (
        <ProblemAlert
          variant="danger"
          testId="sync-problem"
          title={words.failed}
          problems={[state.error]}
          {...(state.isResumable && { consequence: presentation.texts.card.billing.syncStopped })}
        />
      );
    case 'done':
      if (state.changes.length === 0) {
        return (
          <Alert variant="info" title={words.nothingChanged} testId="sync-result">
            <Text>{words.nothingChangedDetail}</Text>
          </Alert>
        );
      }
      return (
        <Alert variant="success" title={words.changed(state.changes.length)} testId="sync-result">
          <Accordion title={words.whatChanged} size="xs">
            <DescriptionList direction="row">
              {changeLines(state, presentation).map(({ label, text }) => (
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
