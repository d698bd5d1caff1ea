import { Button, ErrorState, Text } from '@hubspot/ui-extensions';
import type { ReplyError } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';
import { problemTitle } from '../hooks/problem-title.ts';

const words = english.card.states;

interface BlockedCardProps {
  readonly error: ReplyError;
  readonly onRetry: () => void;
}

/** Something is in the way and nothing was saved: what, its facts, and the next step. */
export function BlockedCard({ error, onRetry }: BlockedCardProps) {
  const isPermission = error.code.endsWith('-permission');
  return (
    <ErrorState title={problemTitle(error.code)} type={isPermission ? 'lock' : 'error'}>
      <Text>{error.message}</Text>
      {error.detail !== undefined && <Text variant="microcopy">{error.detail}</Text>}
      {error.nextStep !== undefined && <Text>{error.nextStep}</Text>}
      {error.reference !== undefined && (
        <Text variant="microcopy">{words.reference(error.reference)}</Text>
      )}
      <Button variant="secondary" size="sm" onClick={onRetry}>
        {words.tryAgain}
      </Button>
    </ErrorState>
  );
}
