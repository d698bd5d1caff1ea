import { Button, ButtonRow, Flex, Text } from '@hubspot/ui-extensions';
import { useTexts } from '@stripe-payments/ui';
import { useState } from 'react';

interface ConfirmedButtonProps {
  readonly label: string;
  /** What the button will do, as a question. */
  readonly question: string;
  readonly disabled: boolean;
  readonly testId: string;
  readonly onConfirm: () => void;
}

/** A button that takes something away: it asks in place first. */
export function ConfirmedButton(props: ConfirmedButtonProps) {
  const { label, question, disabled, testId, onConfirm } = props;
  const { keep } = useTexts().card.links;
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button
        variant="secondary"
        size="xs"
        disabled={disabled}
        testId={testId}
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {label}
      </Button>
    );
  }
  const answer = (isConfirmed: boolean) => (): void => {
    setIsAsking(false);
    if (isConfirmed) onConfirm();
  };
  return (
    <Flex direction="column" gap="extra-small">
      <Text>{question}</Text>
      <ButtonRow>
        <Button variant="destructive" size="xs" testId={`${testId}-confirm`} onClick={answer(true)}>
          {label}
        </Button>
        <Button variant="secondary" size="xs" testId={`${testId}-keep`} onClick={answer(false)}>
          {keep}
        </Button>
      </ButtonRow>
    </Flex>
  );
}
