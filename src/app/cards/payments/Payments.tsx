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
import type { PaymentRow, RecordView } from '@stripe-payments/core';
import { CheckedLink, SmallLines, usePresentation, useTexts } from '@stripe-payments/ui';
import { useState } from 'react';
import { tablePaging } from '../tables/paging.ts';
import { recordContextOf } from '../tables/payers.ts';
import type { PaymentLine } from './payment-line.ts';
import type { Sorting, SortKey } from './payment-page.ts';
import { paymentPage } from './payment-page.ts';

interface SectionProps {
  readonly title: string;
  readonly payments: readonly PaymentRow[];
  readonly view: RecordView;
  readonly testId: string;
}

function Section({ title, payments, view, testId }: SectionProps) {
  if (payments.length === 0) return null;
  return (
    <>
      <Heading>{title}</Heading>
      <PaymentTable payments={payments} view={view} testId={testId} />
    </>
  );
}

const hasFailed = ({ status }: PaymentRow): boolean => status === 'failed';

/**
 * Every payment. Of a customer who buys for years the failed ones stand for themselves, with what to
 * do; on a deal they are part of one short story.
 */
export function Payments({ view }: { readonly view: RecordView }) {
  const { payments: texts, billing } = useTexts().card;
  const { payments, objectType } = view;
  if (objectType === 'deal') {
    return (
      <Section
        title={texts.title(payments.length)}
        payments={payments}
        view={view}
        testId="payments"
      />
    );
  }
  const failed = payments.filter(hasFailed);
  const others = payments.filter((payment) => !hasFailed(payment));
  return (
    <>
      <Section
        title={billing.failedTitle(failed.length)}
        payments={failed}
        view={view}
        testId="failed-payments"
      />
      <Section title={texts.title(others.length)} payments={others} view={view} testId="payments" />
    </>
  );
}

interface SortableHeaderProps {
  readonly sortKey: SortKey;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly align: 'left' | 'right';
}

function SortableHeader({ sortKey, sorting, onSort, align }: SortableHeaderProps) {
  const texts = useTexts().card.payments;
  return (
    <TableHeader
      align={align}
      sortDirection={sorting.key === sortKey ? sorting.direction : 'none'}
      onSortChange={(direction) => {
        onSort({ key: sortKey, direction: direction === 'none' ? 'descending' : direction });
      }}
    >
      {texts[sortKey]}
    </TableHeader>
  );
}

interface PaymentTableProps {
  readonly payments: readonly PaymentRow[];
  readonly view: RecordView;
  readonly testId: string;
}

/** Payments with their reasons; sorted and cut into pages here, since the SDK's table does neither. */
function PaymentTable({ payments, view, testId }: PaymentTableProps) {
  const presentation = usePresentation();
  const texts = presentation.texts.card.payments;
  const [sorting, setSorting] = useState<Sorting>({ key: 'date', direction: 'descending' });
  const [wantedPage, setWantedPage] = useState(1);
  const page = paymentPage(payments, recordContextOf(view), sorting, wantedPage, presentation);
  const onSort = (next: Sorting): void => {
    setSorting(next);
    setWantedPage(1);
  };
  const sortable = { sorting, onSort };
  return (
    <Table bordered density="condensed" testId={testId} {...tablePaging(page, setWantedPage)}>
      <TableHead>
        <TableRow>
          <SortableHeader sortKey="date" align="left" {...sortable} />
          <SortableHeader sortKey="amount" align="right" {...sortable} />
          <TableHeader>{texts.status}</TableHeader>
          <TableHeader align="right">{texts.fee}</TableHeader>
          <SortableHeader sortKey="net" align="right" {...sortable} />
        </TableRow>
      </TableHead>
      <TableBody>
        {page.items.map((line) => (
          <PaymentTableRow key={line.id} line={line} />
        ))}
      </TableBody>
    </Table>
  );
}

const COLUMN_COUNT = 5;

/** A payment, and below it in full width what it was for and why it is here. */
function PaymentTableRow({ line }: { readonly line: PaymentLine }) {
  const { openInStripe } = useTexts().card.payments;
  return (
    <>
      <TableRow>
        <TableCell>
          <CheckedLink url={line.dashboardUrl} text={line.date} hint={openInStripe} />
          <Text variant="microcopy">{line.method}</Text>
        </TableCell>
        <TableCell align="right">
          <Text>{line.amount}</Text>
          {line.amountHint !== null && <Text variant="microcopy">{line.amountHint}</Text>}
        </TableCell>
        <TableCell>
          <StatusTag variant={line.status.variant}>{line.status.label}</StatusTag>
        </TableCell>
        <TableCell align="right">{line.fee}</TableCell>
        <TableCell align="right">{line.net}</TableCell>
      </TableRow>
      <TableRow>
        <TableCell colSpan={COLUMN_COUNT}>
          <SmallLines lines={line.details} />
        </TableCell>
      </TableRow>
    </>
  );
}
