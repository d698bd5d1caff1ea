import { Button, ButtonRow, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { shortened, wrappable } from '@stripe-payments/core';
import { LongText, useTexts } from '@stripe-payments/ui';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { TiedId } from './record-links.ts';
import type { LinkChanges } from './use-link-change.ts';

/** In a question. */
const MAX_OF_NAME = 80;

interface TiedIdRowProps {
  readonly tied: TiedId;
  readonly children: ReactNode;
}

/** An id and what is known of it, beside what can be done with it. */
function TiedIdRow({ tied, children }: TiedIdRowProps) {
  return (
    <Flex direction="row" justify="between" align="center" wrap gap="small">
      <Flex direction="column" gap="flush">
        {tied.about !== null && <LongText text={tied.about} />}
        <LongText text={tied.id} variant="microcopy" />
      </Flex>
      {children}
    </Flex>
  );
}

interface TiedCustomersProps {
  readonly customers: readonly TiedId[];
  readonly changes: LinkChanges;
}

export function TiedCustomers({ customers, changes }: TiedCustomersProps) {
  const words = useTexts().card.links;
  return (
    <Flex direction="column" gap="small" testId="linked-customers">
      <Heading>{words.customersTitle}</Heading>
      {customers.length === 0 && <Text>{words.noCustomers}</Text>}
      {customers.map((tied) => (
        <TiedIdRow key={tied.id} tied={tied}>
          <ConfirmedButton
            label={words.unlink}
            question={words.unlinkQuestion(
              wrappable(shortened(tied.about ?? tied.id, MAX_OF_NAME)),
            )}
            disabled={changes.isRunning}
            testId={`unlink-${tied.id}`}
            onConfirm={() => {
              changes.request('customers', { action: 'unlink', customerId: tied.id });
            }}
          />
        </TiedIdRow>
      ))}
    </Flex>
  );
}

interface TiedPaymentsProps {
  readonly payments: readonly TiedId[];
  readonly changes: LinkChanges;
  readonly alsoInStripe: boolean;
}

export function TiedPayments({ payments, changes, alsoInStripe }: TiedPaymentsProps) {
  const words = useTexts().card.links;
  if (payments.length === 0) return null;
  return (
    <Flex direction="column" gap="small" testId="assigned-payments">
      <Heading>{words.assignedTitle}</Heading>
      {payments.map((tied) => (
        <TiedIdRow key={tied.id} tied={tied}>
          <ConfirmedButton
            label={words.unassign}
            question={words.unassignQuestion(wrappable(shortened(tied.id, MAX_OF_NAME)))}
            disabled={changes.isRunning}
            testId={`unassign-${tied.id}`}
            onConfirm={() => {
              changes.request('payments', { action: 'unassign', id: tied.id, alsoInStripe });
            }}
          />
        </TiedIdRow>
      ))}
    </Flex>
  );
}

interface ConfirmedButtonProps {
  readonly label: string;
  /** What the button will do, as a question. */
  readonly question: string;
  readonly disabled: boolean;
  readonly testId: string;
  readonly onConfirm: () => void;
}

/** A button that takes something away: it asks in place first. */
function ConfirmedButton(props: ConfirmedButtonProps) {
  const { label, question, disabled, testId, onConfirm } = props;
  const { keep } = useTexts().card.links;
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button
        variant="secondary"
        size="xs"
        disabled={disabled}
        testId={testId}
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {label}
      </Button>
    );
  }
  const answer = (isConfirmed: boolean) => (): void => {
    setIsAsking(false);
    if (isConfirmed) onConfirm();
  };
  return (
    <Flex direction="column" gap="extra-small">
      <Text>{question}</Text>
      <ButtonRow>
        <Button variant="destructive" size="xs" testId={`${testId}-confirm`} onClick={answer(true)}>
          {label}
        </Button>
        <Button variant="secondary" size="xs" testId={`${testId}-keep`} onClick={answer(false)}>
          {keep}
        </Button>
      </ButtonRow>
    </Flex>
  );
}
