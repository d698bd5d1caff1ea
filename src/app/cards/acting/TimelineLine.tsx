import { Alert, Flex, Text, useExtensionContext } from '@hubspot/ui-extensions';
import type { BillingDone } from '@stripe-payments/core';
import { isolated } from '@stripe-payments/core';
import type { ReactNode } from 'react';
import { useActingTexts } from './use-acting.ts';

/** By the reader's name where HubSpot's history names the reader; else by the id, which is all that it says. */
function ConfirmedBy({ userId }: { readonly userId: string }) {
  const { done } = useActingTexts();
  const { user } = useExtensionContext<'crm.record.tab'>();
  const name = [user.firstName, user.lastName].filter((part) => part.trim() !== '').join(' ');
  const isReader = String(user.id) === userId && name !== '';
  return (
    <Text variant="microcopy" testId="confirmed-by">
      {isReader ? done.confirmedBy(isolated(name)) : done.confirmedByUser(userId)}
    </Text>
  );
}

/** Who confirmed it; and that no note was left, where that is so: what was asked for is done all the same. */
export function TimelineLine({ line, userId }: Pick<BillingDone, 'line' | 'userId'>) {
  const { done } = useActingTexts();
  return (
    <>
      {userId !== null && <ConfirmedBy userId={userId} />}
      {line !== 'left' && (
        <Text variant="microcopy" testId="no-line">
          {line === 'no-permission' ? done.lineForbidden : done.lineMissing}
        </Text>
      )}
    </>
  );
}

interface ChangeDoneProps {
  readonly title: string;
  readonly answer: Pick<BillingDone, 'isExisting' | 'line' | 'userId'>;
  readonly testId: string;
  readonly children?: ReactNode;
}

/** What a change has done, or that it was so already. */
export function ChangeDone({ title, answer, testId, children }: ChangeDoneProps) {
  const { done } = useActingTexts();
  const { isExisting, line, userId } = answer;
  return (
    <Flex direction="column" gap="small">
      <Alert title={title} variant="success" testId={testId}>
        {isExisting && done.wasSo}
      </Alert>
      {children}
      <TimelineLine line={line} userId={userId} />
    </Flex>
  );
}
