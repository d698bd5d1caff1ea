import { Table, TableBody, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import type { PaymentRow, RecordView } from '@stripe-payments/core';
import { useState } from 'react';
import type { SortKey, Sorting } from '../hooks/payment-page.ts';
import { surroundingsOf } from '../hooks/payers.ts';
import { paymentPage } from '../hooks/payment-page.ts';
import { tablePaging } from '../hooks/table-paging.ts';
import { usePresentation, useTexts } from '../hooks/use-presentation.ts';
import { PaymentTableRow } from './PaymentTableRow.tsx';

interface SortableHeaderProps {
  readonly sortKey: SortKey;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly align: 'left' | 'right';
}

function SortableHeader({ sortKey, sorting, onSort, align }: SortableHeaderProps) {
  const words = useTexts().card.payments;
  return (
    <TableHeader
      align={align}
      sortDirection={sorting.key === sortKey ? sorting.direction : 'none'}
      onSortChange={(direction) => {
        onSort({ key: sortKey, direction: direction === 'none' ? 'descending' : direction });
      }}
    >
      {words[sortKey]}
    </TableHeader>
  );
}

interface PaymentTableProps {
  readonly payments: readonly PaymentRow[];
  readonly view: RecordView;
  readonly testId: string;
}

/** Payments with their reasons; sorted and cut into pages here, since the SDK's table does neither. */
export function PaymentTable({ payments, view, testId }: PaymentTableProps) {
  const presentation = usePresentation();
  const words = presentation.texts.card.payments;
  const [sorting, setSorting] = useState<Sorting>({ key: 'date', direction: 'descending' });
  const [wantedPage, setWantedPage] = useState(1);
  const page = paymentPage(payments, surroundingsOf(view), sorting, wantedPage, presentation);
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
          <TableHeader>{words.status}</TableHeader>
          <TableHeader align="right">{words.fee}</TableHeader>
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
