import { Flex, LoadingButton, LoadingSpinner, StatusTag, Tag, Text } from '@hubspot/ui-extensions';
import { english } from '@stripe-payments/core';
import type { Headline } from '../hooks/headline.ts';
import type { Sync } from '../hooks/use-sync.ts';

const words = english.card;

interface CardHeaderProps {
  readonly headline: Headline | null;
  /** How old the figures are, in words. */
  readonly asOf: string | null;
  readonly isReading: boolean;
  readonly sync: Sync;
}

/** The state in one word, how fresh it is, and the one button. */
export function CardHeader({ headline, asOf, isReading, sync }: CardHeaderProps) {
  const isSyncing = sync.state.phase === 'running';
  return (
    <Flex direction="row" justify="between" align="center" wrap gap="small">
      <Flex direction="row" align="center" wrap gap="small">
        {headline !== null && (
          <StatusTag variant={headline.status.variant} testId="payment-status">
            {headline.status.label}
          </StatusTag>
        )}
        {headline?.isFeePending === true && <Tag variant="warning">{words.header.feesPending}</Tag>}
        {headline?.isTest === true && <Tag variant="info">{words.header.testMode}</Tag>}
        {asOf !== null && <Text variant="microcopy">{asOf}</Text>}
        {isReading && (
          <LoadingSpinner label={words.header.refreshing} showLabel size="xs" layout="inline" />
        )}
      </Flex>
      <LoadingButton
        variant="primary"
        size="sm"
        loading={isSyncing}
        disabled={isSyncing}
        onClick={sync.run}
        testId="sync-now"
      >
        {words.sync.button}
      </LoadingButton>
    </Flex>
  );
}
