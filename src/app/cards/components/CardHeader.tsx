import { Flex, LoadingButton, LoadingSpinner, StatusTag, Tag, Text } from '@hubspot/ui-extensions';
import { english } from '@stripe-payments/core';
import type { CardState } from '../hooks/card-state.ts';
import type { Headline } from '../hooks/headline.ts';
import type { Sync } from '../hooks/use-sync.ts';

const words = english.card;

interface CardHeaderProps {
  readonly state: CardState;
  /** How old the figures are, in words. */
  readonly asOf: string | null;
  readonly sync: Sync;
}

function HeadlineTags({ status, isFeePending, isTest }: Headline) {
  return (
    <>
      <StatusTag variant={status.variant} testId="payment-status">
        {status.label}
      </StatusTag>
      {isFeePending && <Tag variant="warning">{words.header.feesPending}</Tag>}
      {isTest && <Tag variant="info">{words.header.testMode}</Tag>}
    </>
  );
}

/** The state in one word, how fresh it is, and the one button. */
export function CardHeader({ state, asOf, sync }: CardHeaderProps) {
  const isSyncing = sync.state.phase === 'running';
  return (
    <Flex direction="row" justify="between" align="center" wrap gap="small">
      <Flex direction="row" align="center" wrap gap="small">
        {'headline' in state && <HeadlineTags {...state.headline} />}
        {asOf !== null && <Text variant="microcopy">{asOf}</Text>}
        {'isReading' in state && state.isReading && (
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
