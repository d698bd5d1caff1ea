import { Checkbox, Flex, Heading, Inline, Input, LoadingButton } from '@hubspot/ui-extensions';
import { useTexts } from '@stripe-payments/ui';
import { useState } from 'react';
import { LinkOutcome } from './LinkOutcome.tsx';
import { TiedPayments } from './TiedIds.tsx';
import type { TiedId } from './record-links.ts';
import type { LinkChanges } from './use-link-change.ts';

interface AssignPaymentProps {
  readonly payments: readonly TiedId[];
  readonly changes: LinkChanges;
}

/** Assigns what is pasted, and lists what is assigned. */
export function AssignPayment({ payments, changes }: AssignPaymentProps) {
  const words = useTexts().card.links;
  const [pasted, setPasted] = useState('');
  const [alsoInStripe, setAlsoInStripe] = useState(false);
  const isRunning = changes.isRunning;
  return (
    <Flex direction="column" gap="small">
      <Heading>{words.assignTitle}</Heading>
      <Input
        name="assign-id"
        label={words.assignLabel}
        description={words.assignHint}
        value={pasted}
        onInput={setPasted}
        testId="assign-id"
      />
      <Checkbox
        name="also-in-stripe"
        checked={alsoInStripe}
        description={words.alsoInStripeHint}
        onChange={setAlsoInStripe}
        testId="also-in-stripe"
      >
        {words.alsoInStripe}
      </Checkbox>
      <Inline>
        <LoadingButton
          variant="secondary"
          size="sm"
          loading={isRunning}
          disabled={isRunning || pasted.trim() === ''}
          onClick={() => {
            changes.request('payments', { action: 'assign', id: pasted.trim(), alsoInStripe });
          }}
          testId="assign"
        >
          {words.assign}
        </LoadingButton>
      </Inline>
      <LinkOutcome place="payments" changes={changes} />
      <TiedPayments payments={payments} changes={changes} alsoInStripe={alsoInStripe} />
    </Flex>
  );
}
