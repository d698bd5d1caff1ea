import { Checkbox, Flex, Heading, Inline, Input, LoadingButton } from '@hubspot/ui-extensions';
import { useTexts } from '@stripe-payments/ui';
import { useState } from 'react';
import { LinkOutcome } from './LinkOutcome.tsx';
import { AssignedPayments } from './LinkedIds.tsx';
import type { LinkedId } from './record-links.ts';
import type { LinkChanges } from './use-link-change.ts';

interface AssignPaymentProps {
  readonly payments: readonly LinkedId[];
  readonly changes: LinkChanges;
}

/** Assigns what is pasted, and lists what is assigned. */
export function AssignPayment({ payments, changes }: AssignPaymentProps) {
  const texts = useTexts().card.links;
  const [pasted, setPasted] = useState('');
  const [alsoInStripe, setAlsoInStripe] = useState(false);
  const isRunning = changes.isRunning;
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.assignTitle}</Heading>
      <Input
        name="assign-id"
        label={texts.assignLabel}
        description={texts.assignHint}
        value={pasted}
        onInput={setPasted}
        testId="assign-id"
      />
      <Checkbox
        name="also-in-stripe"
        checked={alsoInStripe}
        description={texts.alsoInStripeHint}
        onChange={setAlsoInStripe}
        testId="also-in-stripe"
      >
        {texts.alsoInStripe}
      </Checkbox>
      <Inline>
        <LoadingButton
          variant="secondary"
          size="sm"
          loading={isRunning}
          disabled={isRunning || pasted.trim() === ''}
          onClick={() => {
            changes.request('payments', {
              action: 'assign',
              ids: [pasted.trim()],
              alsoInStripe,
            });
          }}
          testId="assign"
        >
          {texts.assign}
        </LoadingButton>
      </Inline>
      <LinkOutcome section="payments" changes={changes} />
      <AssignedPayments payments={payments} changes={changes} alsoInStripe={alsoInStripe} />
    </Flex>
  );
}
