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
import { hiddenByRemoval, REMOVAL_CONFIRMATION } from '@stripe-payments/core';
import { FailureAlert } from '@stripe-payments/ui';
import { useState } from 'react';
import { FailedSteps } from './ChangeOutcome.tsx';
import { isAnythingOurs } from './property-lines.ts';
import type { Removal as Run, RemovalState } from './use-changes.ts';
import { useTexts } from './use-presentation.ts';

function Outcome({ state }: { readonly state: RemovalState }) {
  const words = useTexts().setup.removal;
  switch (state.phase) {
    case 'idle':
    case 'running':
      return null;
    case 'failed':
      return (
        <FailureAlert title={words.failed} failures={[state.error]} testId="removal-problem" />
      );
    case 'removed':
      return (
        <Flex direction="column" gap="small">
          {state.removed > 0 && (
            <Alert title={words.done(state.removed)} variant="success" testId="removed">
              <Text>{words.back}</Text>
            </Alert>
          )}
          {state.failed.length > 0 && (
            <FailedSteps
              title={words.kept(state.failed.length)}
              failed={state.failed}
              testId="kept-properties"
            />
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

/** What it hides, the word to type, and the button that the word opens. */
function Confirmation({ report, removal, isBusy }: RemovalProps) {
  const texts = useTexts();
  const words = texts.setup.removal;
  const [typed, setTyped] = useState('');
  const isConfirmed = typed.trim() === REMOVAL_CONFIRMATION;
  return (
    <Flex direction="column" gap="small">
      <Text testId="hidden-by-removal">{hiddenByRemoval(report, texts)}</Text>
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
    </Flex>
  );
}

/** Where the properties could not be looked at, there may be some. */
const isAnythingToRemove = ({ properties }: SetupReport): boolean =>
  !properties.isReadable || isAnythingOurs(properties.objects);

/** Takes the app's properties away, after saying what that hides and a typed confirmation. */
export function Removal(props: RemovalProps) {
  const words = useTexts().setup.removal;
  const { report, removal } = props;
  return (
    <Tile testId="removal">
      <Accordion title={words.title} size="sm">
        <Flex direction="column" gap="small">
          {isAnythingToRemove(report) ? (
            <Confirmation {...props} />
          ) : (
            <Text testId="nothing-to-remove">{words.nothing}</Text>
          )}
          <Outcome state={removal.state} />
        </Flex>
      </Accordion>
    </Tile>
  );
}
