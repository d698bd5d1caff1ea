import {
  Accordion,
  Button,
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
import type { InvoiceRow, RecordView } from '@stripe-payments/core';
import {
  CheckedLink,
  LongText,
  SmallLines,
  useNowMs,
  usePresentation,
  useTexts,
} from '@stripe-payments/ui';
import { useState } from 'react';
import { pageOf, tablePaging } from '../tables/paging.ts';
import type { RecordContext } from '../tables/payers.ts';
import { recordContextOf } from '../tables/payers.ts';
import type { InvoiceLine } from './invoice-line.ts';
import { invoiceLine, isOpenInvoice } from './invoice-line.ts';
import { useCopyLink } from './use-copy-link.ts';

/** What is to be paid, with the way to pay it; what is settled on demand. */
export function Invoices({ view }: { readonly view: RecordView }) {
  const texts = useTexts().card.billing;
  const context = recordContextOf(view);
  const open = view.invoices.filter(isOpenInvoice);
  const others = view.invoices.filter((invoice) => !isOpenInvoice(invoice));
  return (
    <>
      {open.length > 0 && (
        <>
          <Heading>{texts.openInvoicesTitle(open.length)}</Heading>
          <InvoiceTable invoices={open} context={context} testId="open-invoices" />
        </>
      )}
      {others.length > 0 && (
        <Accordion
          title={texts.otherInvoicesTitle(others.length)}
          size="sm"
          testId="other-invoices"
        >
          <InvoiceTable invoices={others} context={context} testId="other-invoices-table" />
        </Accordion>
      )}
    </>
  );
}

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
          <InvoiceActions line={line} />
        </TableCell>
      </TableRow>
    </>
  );
}

interface InvoiceTableProps {
  readonly invoices: readonly InvoiceRow[];
  readonly context: RecordContext;
  readonly testId: string;
}

function InvoiceTable({ invoices, context, testId }: InvoiceTableProps) {
  const presentation = usePresentation();
  const nowMs = useNowMs();
  const texts = presentation.texts.card.billing;
  const [wantedPage, setWantedPage] = useState(1);
  const page = pageOf(invoices, wantedPage);
  return (
    <Table bordered density="condensed" testId={testId} {...tablePaging(page, setWantedPage)}>
      <TableHead>
        <TableRow>
          <TableHeader>{texts.invoice}</TableHeader>
          <TableHeader>{texts.status}</TableHeader>
          <TableHeader align="right">{texts.total}</TableHeader>
          <TableHeader align="right">{texts.remaining}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {page.items.map((row) => (
          <InvoiceRows key={row.id} line={invoiceLine(row, context, nowMs, presentation)} />
        ))}
      </TableBody>
    </Table>
  );
}

/** The ways to an invoice: its payment page to send, its PDF to read. */
function InvoiceActions({ line }: { readonly line: InvoiceLine }) {
  const texts = useTexts();
  const { billing, common } = texts.card;
  const copyLink = useCopyLink(texts);
  const { id, hostedUrl, pdfUrl } = line;
  return (
    <Flex direction="row" justify="end" align="center" wrap gap="extra-small">
      {hostedUrl !== null && (
        <Button
          variant="secondary"
          size="xs"
          onClick={() => copyLink(hostedUrl)}
          testId={`copy-${id}`}
        >
          {common.copyLink}
        </Button>
      )}
      {pdfUrl !== null && <CheckedLink url={pdfUrl} text={billing.pdf} testId={`pdf-${id}`} />}
    </Flex>
  );
}
