import { Alert, Text } from '@hubspot/ui-extensions';
import type { OpenDisputes } from '../hooks/open-disputes.ts';

/** A deadline that loses the money when it passes must not wait on page 20 of the table. */
export function DisputeAlert({ disputes }: { readonly disputes: OpenDisputes | null }) {
  if (disputes === null) return null;
  return (
    <Alert variant="danger" title={disputes.title} testId="disputes">
      <Text>{disputes.nextStep}</Text>
    </Alert>
  );
}
