import { Button, EmptyState, ErrorState, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReplyError } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';

const words = english.card.states;

/** Nothing is known yet. */
export function LoadingCard() {
  return <LoadingSpinner label={words.loading} showLabel layout="centered" />;
}

/** Nothing is wrong, and there is nothing to show: why, and what to do. */
export function EmptyCard({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <EmptyState title={title} imageName="object" layout="horizontal" flush>
      <Text>{text}</Text>
    </EmptyState>
  );
}

interface BlockedCardProps {
  readonly title: string;
  readonly error: ReplyError;
  readonly onRetry: () => void;
}

/** Something is in the way: what, its facts, and the next step. */
export function BlockedCard({ title, error, onRetry }: BlockedCardProps) {
  const isPermission = error.code.endsWith('-permission');
  return (
    <ErrorState title={title} type={isPermission ? 'lock' : 'error'}>
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
