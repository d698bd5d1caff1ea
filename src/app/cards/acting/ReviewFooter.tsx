import { Button, Inline, Text } from '@hubspot/ui-extensions';
import type { Failure } from '@stripe-payments/core';
import { ActingFailure } from './ActingFailure.tsx';
import { useActingTexts } from './use-acting.ts';

interface ReviewFooterProps {
  /** Why the last review was refused. */
  readonly failure: Failure | null;
  /** Why there is no review yet, in a line. */
  readonly waits: string | null;
  readonly isReading: boolean;
  readonly onReview: () => void;
  /** Of the form: `refund` for `refund-review` and `refund-not-reviewed`. */
  readonly testId: string;
}

/** The end of a form: the way to its review, and why that was refused. */
export function ReviewFooter({ failure, waits, isReading, onReview, testId }: ReviewFooterProps) {
  const { form, preview } = useActingTexts();
  return (
    <>
      {failure !== null && (
        <ActingFailure
          title={preview.notReviewed}
          failures={[failure]}
          testId={`${testId}-not-reviewed`}
        />
      )}
      {waits !== null && (
        <Text variant="microcopy" testId={`${testId}-waits`}>
          {waits}
        </Text>
      )}
      <Inline>
        <Button
          variant="primary"
          size="sm"
          disabled={waits !== null || isReading}
          onClick={onReview}
          testId={`${testId}-review`}
        >
          {form.review}
        </Button>
      </Inline>
    </>
  );
}
