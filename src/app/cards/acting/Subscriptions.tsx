import {
  Alert,
  Flex,
  Heading,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { ActedSubscription, ListedSubscription, RequestOverview } from '@stripe-payments/core';
import { SmallLines } from '@stripe-payments/ui';
import { ActingFailure } from './ActingFailure.tsx';
import type { Changeable } from './change-labels.ts';
import { ChangeButton } from './ChangePanel.tsx';
import { CouponButton } from './CouponPanel.tsx';
import { payeeName } from './form.ts';
import { ItemChangeButton } from './ItemChangePanel.tsx';
import { subscriptionRow } from './lines.ts';
import { hasOneProblem } from './standing.ts';
import type { Acted, ActedType } from './use-acting.ts';
import { useActingPresentation, useActingTexts } from './use-acting.ts';

/** What was read of the record, and what follows an action on it. */
export interface OverviewProps {
  readonly objectType: ActedType;
  readonly overview: RequestOverview;
  readonly acted: Acted;
}

/** Customers who have to update their card, each with the link for it. */
export function Failing({ overview, ...props }: OverviewProps) {
  const texts = useActingTexts();
  return overview.failing.map((customer) => (
    <Alert key={customer.id} title={texts.failingTitle} variant="warning" testId="failing">
      <Text>{texts.failingText(payeeName(customer, customer.id))}</Text>
      <ChangeButton {...props} of={{ kind: 'card-link', customer }} />
    </Alert>
  ));
}

function changesOf(subscription: ActedSubscription): readonly Changeable[] {
  const { endsAt, isCollectionPaused, status } = subscription;
  // It has not begun: there is no period to wait for, and nothing to pause.
  if (status === 'incomplete') return [{ kind: 'cancel-now', subscription }];
  return [
    endsAt === null
      ? { kind: 'cancel-at-period-end', subscription }
      : { kind: 'keep-subscription', subscription },
    { kind: 'cancel-now', subscription },
    isCollectionPaused
      ? { kind: 'resume-collection', subscription }
      : { kind: 'pause-collection', subscription },
  ];
}

/** The subscriptions of the record's customers, with what can be done to each. */
export function Subscriptions({ overview, ...props }: OverviewProps) {
  const presentation = useActingPresentation();
  const { acting: texts } = presentation.texts;
  const { subscriptions, subscriptionsProblem, kinds } = overview;
  if (subscriptionsProblem !== null) {
    return hasOneProblem(overview) ? null : (
      <ActingFailure
        variant="warning"
        title={texts.subscriptionsProblem}
        failures={[subscriptionsProblem]}
        testId="subscriptions-problem"
      />
    );
  }
  if (subscriptions.length === 0) {
    // A customer that is only matched by email is shown on the other card, and nothing of it can be changed.
    return kinds.includes('subscriptions') ? (
      <Text variant="microcopy" testId="no-subscriptions">
        {texts.noSubscriptions}
      </Text>
    ) : null;
  }
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.subscriptionsTitle(subscriptions.length)}</Heading>
      <Table bordered density="condensed" testId="subscriptions">
        <TableHead>
          <TableRow>
            <TableHeader>{texts.subscription}</TableHeader>
            <TableHeader align="right">{texts.amount}</TableHeader>
            <TableHeader>{texts.status}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {subscriptions.map((subscription) => (
            <SubscriptionRows key={subscription.id} {...props} subscription={subscription} />
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}

interface SubscriptionRowsProps extends Omit<OverviewProps, 'overview'> {
  readonly subscription: ListedSubscription;
}

function SubscriptionRows({ subscription, ...props }: SubscriptionRowsProps) {
  const row = subscriptionRow(subscription, useActingPresentation());
  return (
    <>
      <TableRow>
        <TableCell>
          <Text format={{ fontWeight: 'demibold' }}>{row.title}</Text>
          <SmallLines lines={row.details} />
        </TableCell>
        <TableCell align="right">{row.amount}</TableCell>
        <TableCell>
          <StatusTag variant={row.status.variant}>{row.status.label}</StatusTag>
        </TableCell>
      </TableRow>
      <TableRow>
        <TableCell colSpan={3}>
          <Flex direction="row" align="center" wrap gap="extra-small">
            {changesOf(subscription).map((of) => (
              <ChangeButton key={of.kind} {...props} of={of} />
            ))}
            <ItemChangeButton {...props} subscription={subscription} />
            <CouponButton {...props} subscription={subscription} />
          </Flex>
        </TableCell>
      </TableRow>
    </>
  );
}
