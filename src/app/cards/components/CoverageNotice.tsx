import { Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';

interface CoverageNoticeProps {
  readonly view: RecordView;
  readonly isReading: boolean;
  /** A sync reads the same: one of the two at a time. */
  readonly isSyncing: boolean;
  readonly onContinue: () => void;
}

/** How much of a company the figures are of, and the way to the rest. */
export function CoverageNotice({ view, isReading, isSyncing, onContinue }: CoverageNoticeProps) {
  const words = useTexts().card.billing;
  const { coverage, continuation } = view;
  if (coverage === null) return null;
  // One contact is no news once it is covered.
  if (continuation === null && coverage.contactsTotal === 1) return null;
  return (
    <Flex direction="row" align="center" wrap gap="small" testId="coverage">
      <Text>{words.coverage(coverage.contactsCovered, coverage.contactsTotal)}</Text>
      {continuation !== null && (
        <>
          <LoadingButton
            variant="secondary"
            size="xs"
            loading={isReading}
            disabled={isReading || isSyncing}
            onClick={onContinue}
            testId="continue"
          >
            {words.continueReading}
          </LoadingButton>
          <Text variant="microcopy">{words.coverageStep}</Text>
        </>
      )}
    </Flex>
  );
}
