import {
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { InvoiceRow } from '@stripe-payments/core';
import { useState } from 'react';
import type { InvoiceLine } from '../hooks/invoice-line.ts';
import { invoiceLine } from '../hooks/invoice-line.ts';
import { pageOf } from '../hooks/pages.ts';
import type { Surroundings } from '../hooks/payers.ts';
import { tablePaging } from '../hooks/table-paging.ts';
import { usePresentation } from '../hooks/use-presentation.ts';
import { CheckedLink } from './CheckedLink.tsx';
import { InvoiceWays } from './InvoiceWays.tsx';
import { LongText } from './LongText.tsx';
import { SmallLines } from './SmallLines.tsx';

function InvoiceRows({ line }: { readonly line: InvoiceLine }) {
  return (
    <>
      <TableRow>
        <TableCell>
          <CheckedLink url={line.dashboardUrl} text={line.number} />
          {line.lines !== null && <LongText text={line.lines} variant="microcopy" />}
        </TableCell>
        <TableCell>
          <StatusTag variant={line.status.variant}>{line.status.label}</StatusTag>
          <SmallLines lines={line.hints} />
        </TableCell>
        <TableCell align="right">{line.total}</TableCell>
        <TableCell align="right">
          <Text>{line.remaining}</Text>
          <SmallLines lines={line.remainingHints} />
        </TableCell>
      </TableRow>
      <TableRow>
        <TableCell colSpan={2}>
          <SmallLines lines={line.details} />
        </TableCell>
        <TableCell align="right" colSpan={2}>
          <InvoiceWays line={line} />
        </TableCell>
      </TableRow>
    </>
  );
}

interface InvoiceTableProps {
  readonly invoices: readonly InvoiceRow[];
  readonly surroundings: Surroundings;
  readonly testId: string;
}

export function InvoiceTable({ invoices, surroundings, testId }: InvoiceTableProps) {
  const presentation = usePresentation();
  const words = presentation.texts.card.billing;
  const [wantedPage, setWantedPage] = useState(1);
  const page = pageOf(invoices, wantedPage);
  return (
    <Table bordered density="condensed" testId={testId} {...tablePaging(page, setWantedPage)}>
      <TableHead>
        <TableRow>
          <TableHeader>{words.invoice}</TableHeader>
          <TableHeader>{words.status}</TableHeader>
          <TableHeader align="right">{words.total}</TableHeader>
          <TableHeader align="right">{words.remaining}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {page.items.map((row) => (
          <InvoiceRows key={row.id} line={invoiceLine(row, surroundings, presentation)} />
        ))}
      </TableBody>
    </Table>
  );
}
