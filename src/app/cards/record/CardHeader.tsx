import {
  Box,
  Flex,
  LoadingButton,
  LoadingSpinner,
  StatusTag,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import { useFigurePresentation } from '@stripe-payments/ui';
import type { Headline } from '../figures/headline.ts';
import { LinkButton } from '../linking/LinkPanel.tsx';
import type { Sync } from '../sync/use-sync.ts';
import type { RecordCard } from './use-record-card.ts';

/** The state in one word, and what it must be read with. */
export function HeadlineTags({ headline }: { readonly headline: Headline }) {
  const { header } = useFigurePresentation().texts.card;
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

interface SyncButtonProps {
  readonly sync: Sync;
  /** A card has one primary button at most: that of the next step. */
  readonly variant: 'primary' | 'secondary';
}

/** While a sync runs the button keeps the focus, and does nothing. */
export function SyncButton({ sync, variant }: SyncButtonProps) {
  return (
    <LoadingButton
      variant={variant}
      size="sm"
      loading={sync.state.phase === 'running'}
      onClick={sync.run}
      testId="sync-now"
    >
      {useFigurePresentation().texts.card.sync.button}
    </LoadingButton>
  );
}

/** The state, how fresh it is, and what can be done about it. */
export function CardHeader({ card }: { readonly card: RecordCard }) {
  const { refreshing } = useFigurePresentation().texts.card.header;
  const { state, asOf, sync, isToSync } = card;
  const steps = 'steps' in state ? state.steps : [];
  const isMatchNext = state.kind === 'no-customer' || steps.some(({ kind }) => kind === 'match');
  const isSyncNext = !isMatchNext && isToSync && steps.every(({ action }) => action === null);
  return (
    <Flex direction="row" justify="between" align="start" gap="small">
      <Flex direction="row" align="center" wrap gap="small">
        {'headline' in state && <HeadlineTags headline={state.headline} />}
        {asOf !== null && <Text variant="microcopy">{asOf}</Text>}
        {'isReading' in state && state.isReading && (
          <LoadingSpinner label={refreshing} showLabel size="xs" layout="inline" />
        )}
      </Flex>
      {/* The buttons stay where they are, however many lines are beside them. */}
      <Box flex="none">
        <Flex direction="row" gap="small">
          <LinkButton linking={card} variant={isMatchNext ? 'primary' : 'secondary'} />
          <SyncButton sync={sync} variant={isSyncNext ? 'primary' : 'secondary'} />
        </Flex>
      </Box>
    </Flex>
  );
}
