import {
  Link,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  Tooltip,
} from '@hubspot/ui-extensions';
import type { DateStyle, RecordView } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';
import { useState } from 'react';
import type { PaymentLine, SortKey, Sorting } from '../hooks/payment-table.ts';
import { paymentPage } from '../hooks/payment-table.ts';

const words = english.card.payments;

const COLUMN_COUNT = 6;

interface SortableHeaderProps {
  readonly label: string;
  readonly sortKey: SortKey;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly align: 'left' | 'right';
}

function SortableHeader({ label, sortKey, sorting, onSort, align }: SortableHeaderProps) {
  return (
    <TableHeader
      align={align}
      sortDirection={sorting.key === sortKey ? sorting.direction : 'none'}
      onSortChange={(direction) => {
        onSort({ key: sortKey, direction: direction === 'none' ? 'descending' : direction });
      }}
    >
      {label}
    </TableHeader>
  );
}

function PaymentTableRow({ line }: { readonly line: PaymentLine }) {
  return (
    <>
      <TableRow>
        <TableCell>
          <Link
            href={{ url: line.dashboardUrl, external: true }}
            overlay={<Tooltip>{words.openInStripe}</Tooltip>}
          >
            {line.date}
          </Link>
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
        <TableCell>
          <Text>{line.method}</Text>
          <Text variant="microcopy">{line.why}</Text>
        </TableCell>
      </TableRow>
      {line.explanation !== null && (
        <TableRow>
          <TableCell colSpan={COLUMN_COUNT}>
            <Text variant="microcopy">{line.explanation}</Text>
          </TableCell>
        </TableRow>
      )}
    </>
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
  const sort = (next: Sorting): void => {
    setSorting(next);
    setWantedPage(1);
  };
  const paging =
    pageCount > 1
      ? ({ paginated: true, pageCount, page, onPageChange: setWantedPage } as const)
      : ({ paginated: false } as const);
  return (
    <Table bordered density="condensed" testId="payments" {...paging}>
      <TableHead>
        <TableRow>
          <SortableHeader
            label={words.date}
            sortKey="date"
            align="left"
            sorting={sorting}
            onSort={sort}
          />
          <SortableHeader
            label={words.amount}
            sortKey="amount"
            align="right"
            sorting={sorting}
            onSort={sort}
          />
          <TableHeader>{words.status}</TableHeader>
          <TableHeader align="right">{words.fee}</TableHeader>
          <SortableHeader
            label={words.net}
            sortKey="net"
            align="right"
            sorting={sorting}
            onSort={sort}
          />
          <TableHeader>{words.method}</TableHeader>
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
