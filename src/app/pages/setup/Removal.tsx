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
import type { Changes, ChangeState } from './use-changes.ts';
import { useTexts } from '../use-presentation.ts';

function Outcome({ state }: { readonly state: ChangeState }) {
  const texts = useTexts().setup.removal;
  if (state.phase === 'failed') {
    return (
      <FailureAlert title={texts.failed} failures={[state.failure]} testId="removal-problem" />
    );
  }
  if (state.phase !== 'done' || state.answer.action !== 'remove') return null;
  const { removed, failed } = state.answer;
  return (
    <Flex direction="column" gap="small">
      {removed > 0 && (
        <Alert title={texts.done(removed)} variant="success" testId="removed">
          <Text>{texts.back}</Text>
        </Alert>
      )}
      {failed.length > 0 && (
        <FailedSteps title={texts.kept(failed.length)} failed={failed} testId="kept-properties" />
      )}
    </Flex>
  );
}

const isRemoving = (state: ChangeState): boolean =>
  state.phase === 'running' && state.request.action === 'remove';

interface RemovalProps {
  readonly report: SetupReport;
  readonly changes: Changes;
  readonly isBusy: boolean;
}

/** What it hides, the word to type, and the button that the word opens. */
function Confirmation({ report, changes, isBusy }: RemovalProps) {
  const texts = useTexts();
  const labels = texts.setup.removal;
  const [typed, setTyped] = useState('');
  const isConfirmed = typed.trim() === REMOVAL_CONFIRMATION;
  return (
    <Flex direction="column" gap="small">
      <Text testId="hidden-by-removal">{hiddenByRemoval(report, texts)}</Text>
      <Text>{labels.alsoLost}</Text>
      <Text>{labels.back}</Text>
      <Input
        name="removal-confirmation"
        label={labels.confirm(REMOVAL_CONFIRMATION)}
        value={typed}
        onInput={setTyped}
        testId="removal-confirmation"
      />
      <Inline>
        <LoadingButton
          variant="destructive"
          loading={isRemoving(changes.state)}
          disabled={!isConfirmed || isBusy}
          onClick={() => {
            changes.run({ action: 'remove', confirmation: typed });
            setTyped('');
          }}
          testId="remove"
        >
          {labels.button}
        </LoadingButton>
      </Inline>
    </Flex>
  );
}

/** Unread properties may exist, so the removal is offered. */
const isAnythingToRemove = ({ properties }: SetupReport): boolean =>
  !properties.isReadable || isAnythingOurs(properties.objects);

/** Takes the app's properties away, after saying what that hides and a typed confirmation. */
export function Removal(props: RemovalProps) {
  const texts = useTexts().setup.removal;
  const { report, changes } = props;
  return (
    <Tile testId="removal">
      <Accordion title={texts.title} size="sm">
        <Flex direction="column" gap="small">
          {isAnythingToRemove(report) ? (
            <Confirmation {...props} />
          ) : (
            <Text testId="nothing-to-remove">{texts.nothing}</Text>
          )}
          <Outcome state={changes.state} />
        </Flex>
      </Accordion>
    </Tile>
  );
}
