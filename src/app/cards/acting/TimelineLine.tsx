import { Text } from '@hubspot/ui-extensions';
import type { BillingDone } from '@stripe-payments/core';
import { useActingTexts } from './use-acting.ts';

/** That no note was left on the timeline, where that is so: what was asked for is done all the same. */
export function TimelineLine({ line }: Pick<BillingDone, 'line'>) {
  const { done } = useActingTexts();
  if (line === 'left') return null;
  return (
    <Text variant="microcopy" testId="no-line">
      {line === 'no-permission' ? done.lineForbidden : done.lineMissing}
    </Text>
  );
}
