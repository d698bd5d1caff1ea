import {
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
import type { RecordView } from '@stripe-payments/core';
import { CheckedLink, SmallLines, useNowMs, usePresentation } from '@stripe-payments/ui';
import { useState } from 'react';
import { pageOf, tablePaging } from '../tables/paging.ts';
import { recordContextOf } from '../tables/payers.ts';
import type { SubscriptionLine } from './subscription-line.ts';
import { movementLines, subscriptionLine } from './subscription-line.ts';

const COLUMN_COUNT = 4;

function SubscriptionRows({ line }: { readonly line: SubscriptionLine }) {
  return (
    <>
      <TableRow>
        <TableCell>
          <CheckedLink url={line.dashboardUrl} text={line.items.join(' + ')} />
        </TableCell>
        <TableCell>
          <StatusTag variant={line.status.variant}>{line.status.label}</StatusTag>
          <SmallLines lines={line.hints} />
        </TableCell>
        <TableCell align="right">
          <Text>{line.monthly}</Text>
          {line.monthlyHint !== null && <Text variant="microcopy">{line.monthlyHint}</Text>}
        </TableCell>
        <TableCell>
          <SmallLines lines={line.dates} />
        </TableCell>
      </TableRow>
      <TableRow>
        <TableCell colSpan={COLUMN_COUNT}>
          <SmallLines lines={line.details} />
        </TableCell>
      </TableRow>
    </>
  );
}

/** What will be paid again and again. */
export function Subscriptions({ view }: { readonly view: RecordView }) {
  const presentation = usePresentation();
  const nowMs = useNowMs();
  const texts = presentation.texts.card.billing;
  const [wantedPage, setWantedPage] = useState(1);
  const page = pageOf(view.subscriptions, wantedPage);
  if (view.subscriptions.length === 0) return null;
  return (
    <>
      <Heading>{texts.subscriptionsTitle(view.subscriptions.length)}</Heading>
      <SmallLines lines={movementLines(view.movement, presentation)} />
      <Table
        bordered
        density="condensed"
        testId="record-subscriptions"
        {...tablePaging(page, setWantedPage)}
      >
        <TableHead>
          <TableRow>
            <TableHeader>{texts.subscription}</TableHeader>
            <TableHeader>{texts.status}</TableHeader>
            <TableHeader align="right">{texts.monthly}</TableHeader>
            <TableHeader>{texts.dates}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {page.items.map((row) => (
            <SubscriptionRows
              key={row.id}
              line={subscriptionLine(row, recordContextOf(view), nowMs, presentation)}
            />
          ))}
        </TableBody>
      </Table>
    </>
  );
}
