import { Flex, LoadingButton, LoadingSpinner, StatusTag, Tag, Text } from '@hubspot/ui-extensions';
import { useTexts } from '@stripe-payments/ui';
import type { Headline } from '../figures/headline.ts';
import { LinkButton } from '../linking/LinkPanel.tsx';
import type { Sync } from '../sync/use-sync.ts';
import type { RecordCard } from './use-record-card.ts';

/** The state in one word, and what it must be read with. */
export function HeadlineTags({ headline }: { readonly headline: Headline }) {
  const { header } = useTexts().card;
  const { status, isFeePending, modeTag } = headline;
  return (
    <>
      <StatusTag variant={status.variant} testId="payment-status">
        {status.label}
      </StatusTag>
      {isFeePending && <Tag variant="warning">{header.feesPending}</Tag>}
      {modeTag !== null && <Tag variant="info">{modeTag}</Tag>}
    </>
  );
}

/** The one primary button of a card. */
export function SyncButton({ sync }: { readonly sync: Sync }) {
  const { button } = useTexts().card.sync;
  const isSyncing = sync.state.phase === 'running';
  return (
    <LoadingButton
      variant="primary"
      size="sm"
      loading={isSyncing}
      disabled={isSyncing}
      onClick={sync.run}
      testId="sync-now"
    >
      {button}
    </LoadingButton>
  );
}

/** The state, how fresh it is, and what can be done about it. */
export function CardHeader({ card }: { readonly card: RecordCard }) {
  const { refreshing } = useTexts().card.header;
  const { state, asOf, sync } = card;
  return (
    <Flex direction="row" justify="between" align="center" wrap gap="small">
      <Flex direction="row" align="center" wrap gap="small">
        {'headline' in state && <HeadlineTags headline={state.headline} />}
        {asOf !== null && <Text variant="microcopy">{asOf}</Text>}
        {'isReading' in state && state.isReading && (
          <LoadingSpinner label={refreshing} showLabel size="xs" layout="inline" />
        )}
      </Flex>
      <Flex direction="row" align="center" wrap gap="small">
        <LinkButton linking={card} />
        <SyncButton sync={sync} />
      </Flex>
    </Flex>
  );
}
