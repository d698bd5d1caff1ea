import { Flex } from '@hubspot/ui-extensions';
import type { ReplyError } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';
import type { Headline } from '../hooks/headline.ts';
import { Figures } from './Figures.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

interface SavedBodyProps {
  /** Why nothing newer is shown; null while it is still being read. */
  readonly error: ReplyError | null;
  readonly headline: Headline;
  readonly onRetry: () => void;
}

/** The figures that the last sync left on the record. */
export function SavedBody({ error, headline, onRetry }: SavedBodyProps) {
  return (
    <Flex direction="column" gap="medium">
      {error !== null && (
        <ProblemAlert
          variant="warning"
          testId="read-problem"
          title={english.card.states.staleTitle}
          problems={[error]}
          onRetry={onRetry}
        />
      )}
      <Figures headline={headline} />
    </Flex>
  );
}
