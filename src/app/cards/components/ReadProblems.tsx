import { failureTitle } from '@stripe-payments/core';
import type { CardState } from '../hooks/card-state.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import type { RecordCard } from '../hooks/use-record-card.ts';
import { ProblemAlert } from './ProblemAlert.tsx';

interface ReadProblemsProps {
  readonly card: RecordCard;
  readonly state: Extract<CardState, { kind: 'live' }>;
}

/** Why a read did not replace what is shown, and why a part of it is missing. */
export function ReadProblems({ card, state }: ReadProblemsProps) {
  const texts = useTexts();
  const words = texts.card.states;
  const { view, error } = state;
  const isPart = view.continuation !== null;
  return (
    <>
      {error !== null && (
        <ProblemAlert
          variant="warning"
          testId="read-problem"
          title={failureTitle(error.code, texts)}
          problems={[error]}
          {...(isPart && { consequence: texts.card.billing.continueFailed })}
          onRetry={isPart ? card.readOn : card.readAgain}
        />
      )}
      {view.problems.length > 0 && (
        <ProblemAlert
          variant="warning"
          testId="partial-problem"
          title={words.partialTitle}
          problems={view.problems}
          consequence={words.partial}
        />
      )}
    </>
  );
}
