import { Button, Checkbox, Flex, Heading, Inline, Input } from '@hubspot/ui-extensions';
import { parsePastedId } from '@stripe-payments/core';
import { useTexts } from '@stripe-payments/ui';
import { useState } from 'react';
import { LinkOutcome } from './LinkOutcome.tsx';
import { AssignedPayments, ExcludedPayments } from './LinkedIds.tsx';
import type { Linking } from './LinkPanel.tsx';
import { FoundPayments } from './PaymentChoice.tsx';

/** Longer than any id or link; what is cut is refused as no id. */
const MAX_PASTED = 300;

/** Assigns what is pasted, and lists what is assigned. A pasted customer's payments are listed. */
export function AssignPayment({ linking }: { readonly linking: Linking }) {
  const { links, changes, found } = linking;
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
        <Button
          variant="secondary"
          size="sm"
          disabled={isRunning || pasted.trim() === ''}
          onClick={() => {
            const text = pasted.trim();
            const parsed = parsePastedId(text);
            if (parsed?.kind === 'customer') {
              setPasted('');
              changes.reset();
              found.list({ customerId: parsed.id, name: parsed.id, section: 'payments' });
            } else {
              const name = parsed?.id ?? text;
              changes.request(
                'payments',
                { action: 'assign', ids: [text.slice(0, MAX_PASTED)], alsoInStripe },
                name,
              );
            }
          }}
          testId="assign"
        >
          {texts.assign}
        </Button>
      </Inline>
      <FoundPayments linking={linking} section="payments" />
      <LinkOutcome section="payments" changes={changes} />
      <AssignedPayments payments={links.payments} changes={changes} alsoInStripe={alsoInStripe} />
      <ExcludedPayments excluded={links.excluded} changes={changes} />
    </Flex>
  );
}
