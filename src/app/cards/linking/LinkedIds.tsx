import { Button, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { shortened } from '@stripe-payments/core';
import { LongText, useTexts } from '@stripe-payments/ui';
import type { ReactNode } from 'react';
import { ConfirmedButton } from './ConfirmedButton.tsx';
import type { LinkedId, RecordLinks } from './record-links.ts';
import type { LinkChanges, LinkSection } from './use-link-change.ts';

/** In a question. */
const MAX_OF_NAME = 80;

interface LinkedIdRowProps {
  readonly linked: LinkedId;
  readonly children: ReactNode;
}

/** An id and what is known of it, beside what can be done with it. */
function LinkedIdRow({ linked, children }: LinkedIdRowProps) {
  return (
    <Flex direction="row" justify="between" align="center" wrap gap="small">
      <Flex direction="column" gap="flush">
        {linked.name !== null && <LongText text={linked.name} />}
        {linked.note !== null && <Text>{linked.note}</Text>}
        <LongText text={linked.id} variant="microcopy" />
      </Flex>
      {children}
    </Flex>
  );
}

interface LinkedCustomersProps {
  readonly customers: readonly LinkedId[];
  readonly changes: LinkChanges;
}

export function LinkedCustomers({ customers, changes }: LinkedCustomersProps) {
  const texts = useTexts().card.links;
  return (
    <Flex direction="column" gap="small" testId="linked-customers">
      <Heading>{texts.customersTitle}</Heading>
      {customers.length === 0 && <Text>{texts.noCustomers}</Text>}
      {customers.map((linked) => (
        <LinkedIdRow key={linked.id} linked={linked}>
          <ConfirmedButton
            label={texts.unlink}
            question={texts.unlinkQuestion(shortened(linked.name ?? linked.id, MAX_OF_NAME))}
            disabled={changes.isRunning}
            testId={`unlink-${linked.id}`}
            onConfirm={() => {
              changes.request(
                'customers',
                { action: 'unlink', customerId: linked.id },
                linked.name ?? linked.id,
              );
            }}
          />
        </LinkedIdRow>
      ))}
    </Flex>
  );
}

interface AssignedPaymentsProps {
  readonly payments: readonly LinkedId[];
  readonly changes: LinkChanges;
  readonly alsoInStripe: boolean;
}

export function AssignedPayments({ payments, changes, alsoInStripe }: AssignedPaymentsProps) {
  const texts = useTexts().card.links;
  if (payments.length === 0) return null;
  return (
    <Flex direction="column" gap="small" testId="assigned-payments">
      <Heading>{texts.assignedTitle}</Heading>
      {payments.map((linked) => (
        <LinkedIdRow key={linked.id} linked={linked}>
          <ConfirmedButton
            label={texts.unassign}
            question={texts.unassignQuestion(shortened(linked.name ?? linked.id, MAX_OF_NAME))}
            disabled={changes.isRunning}
            testId={`unassign-${linked.id}`}
            onConfirm={() => {
              changes.request(
                'payments',
                { action: 'unassign', id: linked.id, alsoInStripe },
                linked.name ?? linked.id,
              );
            }}
          />
        </LinkedIdRow>
      ))}
    </Flex>
  );
}

interface Offer extends LinkedId {
  readonly label: string;
  readonly change: Parameters<LinkChanges['request']>[1];
}

interface OffersProps {
  readonly title: string;
  readonly offers: readonly Offer[];
  readonly changes: LinkChanges;
  readonly section: LinkSection;
  readonly testId: string;
}

/** Ids, each with a button. */
function Offers({ title, offers, changes, section, testId }: OffersProps) {
  if (offers.length === 0) return null;
  return (
    <Flex direction="column" gap="small" testId={testId}>
      <Heading>{title}</Heading>
      {offers.map(({ label, change, ...linked }) => (
        <LinkedIdRow key={linked.id} linked={linked}>
          <Button
            variant="secondary"
            size="xs"
            disabled={changes.isRunning}
            onClick={() => {
              changes.request(section, change, linked.name ?? linked.id);
            }}
            testId={`restore-${linked.id}`}
          >
            {label}
          </Button>
        </LinkedIdRow>
      ))}
    </Flex>
  );
}

/** Offers what a merge of two records has lost. */
export function LostInMerge({
  lost,
  changes,
}: Pick<RecordLinks, 'lost'> & { readonly changes: LinkChanges }) {
  const texts = useTexts().card.links;
  const offers = [
    ...lost.customers.map((each) => ({
      ...each,
      label: texts.link,
      change: { action: 'link', customerId: each.id } as const,
    })),
    ...lost.payments.map((each) => ({
      ...each,
      label: texts.assign,
      change: { action: 'assign', ids: [each.id] } as const,
    })),
  ];
  return (
    <Offers
      title={texts.lostInMerge}
      offers={offers}
      changes={changes}
      section="customers"
      testId="lost-in-merge-offers"
    />
  );
}

/** Payments that a person removed from the record, and the way back. */
export function ExcludedPayments({
  excluded,
  changes,
}: Pick<RecordLinks, 'excluded'> & { readonly changes: LinkChanges }) {
  const texts = useTexts().card.links;
  return (
    <Offers
      title={texts.excludedTitle}
      offers={excluded.map((each) => ({
        ...each,
        label: texts.restore,
        change: { action: 'restore', id: each.id } as const,
      }))}
      changes={changes}
      section="payments"
      testId="excluded-payments"
    />
  );
}
