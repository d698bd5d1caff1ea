import { Button, ErrorState, Text } from '@hubspot/ui-extensions';
import type { ReplyError } from '@stripe-payments/core';
import { errorTexts, problemTitle } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';
import { LongText } from './LongText.tsx';

interface BlockedCardProps {
  readonly error: ReplyError;
  readonly onRetry: () => void;
}

/** Something is in the way and nothing was saved: what, its facts, and the next step. */
export function BlockedCard({ error, onRetry }: BlockedCardProps) {
  const texts = useTexts();
  const words = texts.card.states;
  const { message, nextStep } = errorTexts(error, texts);
  const isPermission = error.code.endsWith('-permission');
  return (
    <ErrorState title={problemTitle(error.code, texts)} type={isPermission ? 'lock' : 'error'}>
      <Text>{message}</Text>
      {error.detail !== undefined && <LongText text={error.detail} variant="microcopy" />}
      {nextStep !== undefined && <Text>{nextStep}</Text>}
      {error.reference !== undefined && (
        <Text variant="microcopy">{words.reference(error.reference)}</Text>
      )}
      <Button variant="secondary" size="sm" onClick={onRetry}>
        {words.tryAgain}
      </Button>
    </ErrorState>
  );
}
