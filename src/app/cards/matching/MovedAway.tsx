import { Button, Flex, Text } from '@hubspot/ui-extensions';
import type { MovedPayment, RecordLink, RecordView } from '@stripe-payments/core';
import { dayText, formatMoney, movedTextsIn } from '@stripe-payments/core';
import { useNowMs, usePresentation } from '@stripe-payments/ui';
import type { LinkChanges } from '../linking/use-link-change.ts';
import { RecordNames } from '../tables/RecordNames.tsx';

/** How many are shown, and for how long. */
const MAX_MOVED = 3;
const MOVED_FOR_MS = 30 * 24 * 60 * 60_000;

interface MovedAwayProps {
  /** What the deal tells of payments that were moved. */
  readonly noted: readonly MovedPayment[];
  /** What is on it now, where Stripe was read. */
  readonly view: RecordView | null;
  readonly record: RecordLink;
  readonly changes: LinkChanges;
}

/** Payments that a person moved from this deal to another. Moving one back asks for the same confirmation. */
export function MovedAway({ noted, view, record, changes }: MovedAwayProps) {
  const presentation = usePresentation();
  const nowMs = useNowMs();
  const moved = noted.filter(
    ({ id, to, atMs }) =>
      to.recordId !== record.recordId &&
      nowMs - atMs < MOVED_FOR_MS &&
      view?.payments.some((payment) => payment.id === id) !== true,
  );
  const { movedAway, moveBack } = movedTextsIn(presentation.language);
  return (
    <>
      {moved.slice(0, MAX_MOVED).map(({ id, amount, atMs, to }) => {
        const name = formatMoney(amount, presentation.locale);
        return (
          <Flex key={id} direction="row" align="center" wrap gap="small" testId={`moved-${id}`}>
            <Text>
              {movedAway(name, dayText(atMs / 1_000, presentation))}
              <RecordNames records={[to]} of={`moved-to-${id}`} />
            </Text>
            <Button
              variant="secondary"
              size="xs"
              disabled={changes.isRunning}
              onClick={() => {
                changes.request('moved', { action: 'assign', ids: [id] }, name);
              }}
              testId={`move-back-${id}`}
            >
              {moveBack}
            </Button>
          </Flex>
        );
      })}
    </>
  );
}
