import {
  Alert,
  Button,
  ButtonRow,
  Flex,
  LoadingSpinner,
  Panel,
  PanelBody,
  PanelSection,
  Text,
} from '@hubspot/ui-extensions';
import type { Rehearsed } from '@stripe-payments/core';
import { manageBilling, useCall } from '@stripe-payments/ui';
import { useState } from 'react';
import { ActingFailure } from './ActingFailure.tsx';
import { Confirmation } from './ConfirmStep.tsx';
import type { ActedType } from './use-acting.ts';
import { answerOf, failureOf, useActingTexts } from './use-acting.ts';

interface RehearsalProps {
  readonly objectType: ActedType;
}

/** Opens a confirmation of nothing: an admin sees whether HubSpot names who entered it. */
export function RehearsalButton(props: RehearsalProps) {
  const { rehearsal } = useActingTexts();
  return (
    <Button variant="secondary" size="sm" overlay={<RehearsalPanel {...props} />} testId="rehearse">
      {rehearsal.button}
    </Button>
  );
}

function RehearsalPanel({ objectType }: RehearsalProps) {
  const { rehearsal } = useActingTexts();
  /** Whether the text was shown, and could be entered since. */
  const [isShown, setIsShown] = useState(false);
  const { state, run, reset } = useCall<null, Rehearsed>({
    whileRunning: 'ignore',
    send: async () => answerOf(await manageBilling({ objectType, step: 'rehearse' }), 'rehearsed'),
  });
  const failure = failureOf(state);
  const { answer } = state;
  const isRunning = state.phase === 'running';
  return (
    <Panel
      id="rehearsal-panel"
      title={rehearsal.button}
      width="md"
      variant="modal"
      onOpen={() => {
        setIsShown(false);
        reset();
        run(null);
      }}
      testId="rehearsal-panel"
    >
      <PanelBody>
        <PanelSection>
          <Flex direction="column" gap="small">
            <Text>{rehearsal.intro}</Text>
            {answer === null && isRunning && (
              <LoadingSpinner label={rehearsal.reading} showLabel size="sm" />
            )}
            {answer !== null && <Confirmation {...answer} />}
            {answer !== null && isShown && !isRunning && <Found answer={answer} />}
            {failure !== null && (
              <ActingFailure
                title={rehearsal.failed}
                failures={[failure]}
                testId="rehearsal-problem"
              />
            )}
            <ButtonRow>
              <Button
                variant="primary"
                size="sm"
                disabled={isRunning}
                onClick={() => {
                  setIsShown(true);
                  run(null);
                }}
                testId="rehearsal-check"
              >
                {rehearsal.check}
              </Button>
            </ButtonRow>
          </Flex>
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}

/** What HubSpot's history says of the text that was entered. */
function Found({ answer: { found, isAccepted } }: { readonly answer: Rehearsed }) {
  const { rehearsal } = useActingTexts();
  if (found === null) {
    return <Alert title={rehearsal.missing} variant="warning" testId="rehearsal-missing" />;
  }
  const source = found.sourceType ?? rehearsal.none;
  const user = found.userId ?? rehearsal.none;
  return isAccepted ? (
    <Alert title={rehearsal.works} variant="success" testId="rehearsal-works">
      {rehearsal.came(source, user)}
    </Alert>
  ) : (
    <Alert title={rehearsal.fails} variant="danger" testId="rehearsal-fails">
      {rehearsal.came(source, user)}
    </Alert>
  );
}
