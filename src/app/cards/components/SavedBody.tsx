import { Flex } from '@hubspot/ui-extensions';
import type { Failure } from '@stripe-payments/core';
import type { Headline } from '../hooks/headline.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import { Figures } from './Figures.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

interface SavedBodyProps {
  /** Why nothing newer is shown; null while it is still being read. */
  readonly error: Failure | null;
  readonly headline: Headline;
  readonly onRetry: () => void;
}

/** The figures that the last sync left on the record. */
export function SavedBody({ error, headline, onRetry }: SavedBodyProps) {
  const { staleTitle } = useTexts().card.states;
  return (
    <Flex direction="column" gap="medium">
      {error !== null && (
        <ProblemAlert
          variant="warning"
          testId="read-problem"
          title={staleTitle}
          problems={[error]}
          onRetry={onRetry}
        />
      )}
      <Figures headline={headline} />
    </Flex>
  );
}
