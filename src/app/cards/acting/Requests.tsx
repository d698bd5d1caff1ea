import {
  EmptyState,
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
import type { PaymentRequest, RequestOverview } from '@stripe-payments/core';
import { SmallLines } from '@stripe-payments/ui';
import { useState } from 'react';
import { pageOf, tablePaging } from '../tables/paging.ts';
import { ActingFailure } from './ActingFailure.tsx';
import type { Changeable } from './change-labels.ts';
import { ChangeButton } from './ChangePanel.tsx';
import { CopyAndOpen } from './CopyAndOpen.tsx';
import { methodsOf } from './form.ts';
import { requestRow } from './lines.ts';
import { hasOneProblem, isCovered } from './standing.ts';
import type { OverviewProps } from './Subscriptions.tsx';
import { useActingPresentation } from './use-acting.ts';

/** What was requested on the record, with the ways to what is open. */
export function Requests({ overview, objectType, acted }: OverviewProps) {
  const presentation = useActingPresentation();
  const { acting: texts } = presentation.texts;
  const [wantedPage, setWantedPage] = useState(1);
  const { requests, requestsProblem, standing } = overview;
  const page = pageOf(requests, wantedPage);
  if (requestsProblem !== null) {
    return (
      <ActingFailure
        variant="warning"
        title={hasOneProblem(overview) ? texts.bothProblem : texts.requestsProblem}
        failures={[requestsProblem]}
        testId="requests-problem"
      />
    );
  }
  if (requests.length === 0) {
    // The lines above say what asks for the money, or that there is nothing to ask for.
    if (standing.asked.length > 0 || isCovered(overview)) return null;
    return (
      <EmptyState title={texts.noRequests} layout="vertical" flush testId="no-requests">
        <Text>{texts.noRequestsHint}</Text>
      </EmptyState>
    );
  }
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.requestsTitle(requests.length)}</Heading>
      <Table bordered density="condensed" testId="requests" {...tablePaging(page, setWantedPage)}>
        <TableHead>
          <TableRow>
            <TableHeader>{texts.requestColumn}</TableHeader>
            <TableHeader align="right">{texts.amount}</TableHeader>
            <TableHeader>{texts.status}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {page.items.map((request) => (
            <RequestRows key={request.id} {...{ request, overview, objectType, acted }} />
          ))}
        </TableBody>
      </Table>
      {!overview.areRequestsComplete && (
        <Text variant="microcopy" testId="requests-incomplete">
          {texts.requestsIncomplete}
        </Text>
      )}
    </Flex>
  );
}

interface RequestRowsProps extends OverviewProps {
  readonly request: PaymentRequest;
}

function changesOf(request: PaymentRequest, overview: RequestOverview): readonly Changeable[] {
  const { kind, status } = request;
  const isOpen = status === 'open';
  if (kind === 'subscription') return [];
  const isOn = methodsOf(overview).includes(
    kind === 'link' && request.isRecurring ? 'subscription-link' : kind,
  );
  if (!isOn) return [];
  if (kind === 'link') return isOpen ? [{ kind: 'deactivate-link', request }] : [];
  if (!isOpen && status !== 'uncollectible') return [];
  const paid: Changeable = { kind: 'mark-paid', request };
  const voided: Changeable = { kind: 'void-invoice', request };
  if (!isOpen) return [paid, voided];
  const sent: Changeable = { kind: 'send-invoice', request };
  return [
    ...(request.isCharged ? [] : [sent]),
    ...[paid, { kind: 'mark-uncollectible', request } as const, voided],
  ];
}

function RequestRows({ request, overview, objectType, acted }: RequestRowsProps) {
  const row = requestRow(request, useActingPresentation(), Date.now());
  const isOpen = request.status === 'open' || request.status === 'uncollectible';
  return (
    <>
      <TableRow>
        <TableCell>
          <Text format={{ fontWeight: 'demibold' }}>{row.title}</Text>
          <SmallLines lines={row.details} />
        </TableCell>
        <TableCell align="right">
          <Text>{row.amount}</Text>
          {row.open !== null && <Text variant="microcopy">{row.open}</Text>}
        </TableCell>
        <TableCell>
          <StatusTag variant={row.status.variant}>{row.status.label}</StatusTag>
        </TableCell>
      </TableRow>
      {isOpen && (
        <TableRow>
          <TableCell colSpan={3}>
            <Flex direction="row" align="center" wrap gap="extra-small">
              <CopyAndOpen url={row.url} id={request.id} />
              {changesOf(request, overview).map((of) => (
                <ChangeButton key={of.kind} objectType={objectType} of={of} acted={acted} />
              ))}
            </Flex>
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
