import {
  Accordion,
  Alert,
  Flex,
  Inline,
  Input,
  LoadingButton,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import type { SetupReport } from '@stripe-payments/core';
import { REMOVAL_CONFIRMATION } from '@stripe-payments/core';
import { useState } from 'react';
import { hiddenByRemoval } from '../hooks/record-counts.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import type { Removal as Run, RemovalState } from '../hooks/use-removal.ts';
import { FailedSteps } from './FailedSteps.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

function Outcome({ state }: { readonly state: RemovalState }) {
  const words = useTexts().setup.removal;
  switch (state.phase) {
    case 'idle':
    case 'running':
      return null;
    case 'failed':
      return <ProblemAlert title={words.failed} error={state.error} testId="removal-problem" />;
    case 'removed':
      return (
        <Flex direction="column" gap="small">
          <Alert title={words.done(state.removed)} variant="success" testId="removed">
            <Text>{words.back}</Text>
          </Alert>
          {state.failed.length > 0 && (
            <FailedSteps title={words.kept(state.failed.length)} failed={state.failed} />
          )}
        </Flex>
      );
  }
}

interface RemovalProps {
  readonly report: SetupReport;
  readonly removal: Run;
  readonly isBusy: boolean;
}

/** Takes the app's properties away, after saying what that hides and a typed confirmation. */
export function Removal({ report, removal, isBusy }: RemovalProps) {
  const texts = useTexts();
  const words = texts.setup.removal;
  const [typed, setTyped] = useState('');
  const isConfirmed = typed.trim() === REMOVAL_CONFIRMATION;
  return (
    <Tile testId="removal">
      <Accordion title={words.title} size="sm">
        <Flex direction="column" gap="small">
          <Text>{hiddenByRemoval(report, texts)}</Text>
          <Text>{words.alsoLost}</Text>
          <Text>{words.back}</Text>
          <Input
            name="removal-confirmation"
            label={words.confirm(REMOVAL_CONFIRMATION)}
            value={typed}
            onInput={setTyped}
            testId="removal-confirmation"
          />
          <Inline>
            <LoadingButton
              variant="destructive"
              loading={removal.state.phase === 'running'}
              disabled={!isConfirmed || isBusy}
              onClick={() => {
                removal.run(typed);
                setTyped('');
              }}
              testId="remove"
            >
              {words.button}
            </LoadingButton>
          </Inline>
          <Outcome state={removal.state} />
        </Flex>
      </Accordion>
    </Tile>
  );
}
