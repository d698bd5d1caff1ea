import {
  Accordion,
  Alert,
  DescriptionList,
  DescriptionListItem,
  Text,
} from '@hubspot/ui-extensions';
import type { DateStyle } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';
import { changeLines } from '../hooks/changed-properties.ts';
import type { SyncState } from '../hooks/use-sync.ts';
import { ProblemAlert } from './ProblemAlert.tsx';
import { SyncProgress } from './SyncProgress.tsx';

const words = english.card.sync;

interface SyncResultProps {
  readonly state: SyncState;
  readonly style: DateStyle;
}

/** What a sync is doing, then what it changed. */
export function SyncResult({ state, style }: SyncResultProps) {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return <SyncProgress />;
    case 'failed':
      return (
        <ProblemAlert
          variant="danger"
          testId="sync-problem"
          title={words.failed}
          problems={[state.error]}
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
              {changeLines(state, style).map(({ label, text }) => (
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
