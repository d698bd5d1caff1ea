import { Button, ErrorState, Text } from '@hubspot/ui-extensions';
import type { Failure } from '@stripe-payments/core';
import { errorTexts, problemFacts, problemTitle } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';

interface BlockedCardProps {
  readonly error: Failure;
  readonly onRetry: () => void;
}

/** Something is in the way and nothing was saved: what, its facts, and the next step. */
export function BlockedCard({ error, onRetry }: BlockedCardProps) {
  const texts = useTexts();
  const words = texts.card.states;
  const { message, nextStep } = errorTexts(error, texts);
  const { detail, requestId } = problemFacts(error);
  const isPermission = error.code.endsWith('-permission');
  return (
    <ErrorState title={problemTitle(error.code, texts)} type={isPermission ? 'lock' : 'error'}>
      <Text>{message}</Text>
      {detail !== undefined && <Text variant="microcopy">{detail}</Text>}
      {nextStep !== undefined && <Text>{nextStep}</Text>}
      {requestId !== undefined && <Text variant="microcopy">{words.reference(requestId)}</Text>}
      <Button variant="secondary" size="sm" onClick={onRetry}>
        {words.tryAgain}
      </Button>
    </ErrorState>
  );
}
