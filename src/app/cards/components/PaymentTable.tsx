import { Table, TableBody, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import type { DateStyle, RecordView } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';
import { useState } from 'react';
import type { SortKey, Sorting } from '../hooks/payment-page.ts';
import { paymentPage } from '../hooks/payment-page.ts';
import { PaymentTableRow } from './PaymentTableRow.tsx';

const words = english.card.payments;

interface SortableHeaderProps {
  readonly sortKey: SortKey;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly align: 'left' | 'right';
}

function SortableHeader({ sortKey, sorting, onSort, align }: SortableHeaderProps) {
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
  readonly view: RecordView;
  readonly style: DateStyle;
}

/** Every payment with its reasons; sorted and cut into pages here, since the SDK's table does neither. */
export function PaymentTable({ view, style }: PaymentTableProps) {
  const [sorting, setSorting] = useState<Sorting>({ key: 'date', direction: 'descending' });
  const [wantedPage, setWantedPage] = useState(1);
  const { lines, page, pageCount } = paymentPage(view, sorting, wantedPage, style);
  const onSort = (next: Sorting): void => {
    setSorting(next);
    setWantedPage(1);
  };
  const sortable = { sorting, onSort };
  const paging =
    pageCount > 1
      ? ({
          paginated: true,
          showFirstLastButtons: true,
          pageCount,
          page,
          onPageChange: setWantedPage,
        } as const)
      : ({ paginated: false } as const);
  return (
    <Table bordered density="condensed" testId="payments" {...paging}>
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
        {lines.map((line) => (
          <PaymentTableRow key={line.id} line={line} />
        ))}
      </TableBody>
    </Table>
  );
}
