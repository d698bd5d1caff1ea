import { Button, Flex, Text } from '@hubspot/ui-extensions';
import type { MovedPayment } from '@stripe-payments/core';
import { dayText, formatMoney } from '@stripe-payments/core';
import { usePresentation } from '@stripe-payments/ui';
import { LinkOutcome } from '../linking/LinkOutcome.tsx';
import type { LinkChanges } from '../linking/use-link-change.ts';
import { RecordNames } from '../tables/RecordNames.tsx';

interface MovedAwayProps {
  readonly moved: readonly MovedPayment[];
  readonly changes: LinkChanges;
}

/** Payments that a person moved from this deal to another. Moving one back asks for the same confirmation. */
export function MovedAway({ moved, changes }: MovedAwayProps) {
  const presentation = usePresentation();
  const { links } = presentation.texts.card;
  return (
    <>
      {moved.map(({ id, amount, atMs, to }) => {
        const name = formatMoney(amount, presentation.locale);
        return (
          <Flex key={id} direction="row" align="center" wrap gap="small" testId={`moved-${id}`}>
            <Text>
              {links.movedAway(name, dayText(atMs / 1_000, presentation))}
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
              {links.moveBack}
            </Button>
          </Flex>
        );
      })}
      <LinkOutcome section="moved" changes={changes} />
    </>
  );
}
