import {
  Flex,
  Heading,
  Select,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { PaymentRow, RecordView } from '@stripe-payments/core';
import { LongText, usePresentation, useTexts } from '@stripe-payments/ui';
import { useState } from 'react';
import type { LinkChanges } from '../linking/use-link-change.ts';
import { tablePaging } from '../tables/paging.ts';
import type { PaymentProps } from './PaymentPanel.tsx';
import { PaymentButton } from './PaymentPanel.tsx';
import type { PaymentLine } from './payment-line.ts';
import type { Filter, Sorting, SortKey, TotalsLine } from './payment-page.ts';
import { filtered, filterOptions, MIN_FILTERED, paymentPage, totalsLine } from './payment-page.ts';

interface SectionProps {
  readonly title: string;
  readonly payments: readonly PaymentRow[];
  readonly view: RecordView;
  readonly testId: string;
  readonly changes: LinkChanges;
}

function Section({ title, payments, view, testId, changes }: SectionProps) {
  if (payments.length === 0) return null;
  return (
    <>
      <Heading>{title}</Heading>
      <PaymentTable payments={payments} view={view} testId={testId} changes={changes} />
    </>
  );
}

const hasFailed = ({ status }: PaymentRow): boolean => status === 'failed';

/**
 * Every payment. Of a customer who buys for years the failed ones stand for themselves, with what to
 * do; on a deal they are part of one short story.
 */
export function Payments({ view, changes }: Pick<SectionProps, 'view' | 'changes'>) {
  const { payments: texts, billing } = useTexts().card;
  const { payments, objectType } = view;
  const failed = payments.filter(hasFailed);
  const others = payments.filter((payment) => !hasFailed(payment));
  if (objectType === 'deal') {
    const titles = [texts.title(others.length)];
    if (failed.length > 0) titles.push(billing.failedTitle(failed.length));
    return (
      <Section
        title={titles.join(' · ')}
        payments={payments}
        view={view}
        changes={changes}
        testId="payments"
      />
    );
  }
  return (
    <>
      <Section
        title={billing.failedTitle(failed.length)}
        payments={failed}
        view={view}
        changes={changes}
        testId="failed-payments"
      />
      <Section
        title={texts.title(others.length)}
        payments={others}
        view={view}
        changes={changes}
        testId="payments"
      />
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
  const { payments, common } = useTexts().card;
  return (
    <TableHeader
      align={align}
      sortDirection={sorting.key === sortKey ? sorting.direction : 'none'}
      onSortChange={(direction) => {
        onSort({ key: sortKey, direction: direction === 'none' ? 'descending' : direction });
      }}
    >
      {sortKey === 'net' ? common.net : payments[sortKey]}
    </TableHeader>
  );
}

interface FiltersProps {
  readonly payments: readonly PaymentRow[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly testId: string;
}

/** What of a long table is shown, by status and by year. */
function Filters({ payments, filter, onFilter, testId }: FiltersProps) {
  const presentation = usePresentation();
  const options = filterOptions(payments, presentation);
  return (
    <Flex direction="row" gap="small" wrap>
      {(['status', 'year'] as const).map((name) => (
        <Select
          key={name}
          name={`${testId}-${name}`}
          label={presentation.texts.card.payments[name]}
          options={[...options[name]]}
          value={filter[name]}
          onChange={(value) => {
            onFilter({ ...filter, [name]: String(value) });
          }}
          testId={`${testId}-${name}`}
        />
      ))}
    </Flex>
  );
}

const EVERYTHING: Filter = { status: '', year: '' };

/** Payments with their reasons; filtered, sorted and cut into pages here, since the SDK's table does none of it. */
function PaymentTable({ payments, view, testId, changes }: Omit<SectionProps, 'title'>) {
  const presentation = usePresentation();
  const [sorting, setSorting] = useState<Sorting>({ key: 'date', direction: 'descending' });
  const [filter, setFilter] = useState(EVERYTHING);
  const [wantedPage, setWantedPage] = useState(1);
  const isLong = payments.length >= MIN_FILTERED;
  const wanted = isLong ? filtered(payments, filter, presentation) : payments;
  const page = paymentPage(wanted, view, sorting, wantedPage, presentation);
  const fromFirstPage =
    <Value,>(set: (value: Value) => void) =>
    (value: Value): void => {
      set(value);
      setWantedPage(1);
    };
  return (
    <Flex direction="column" gap="small">
      {isLong && (
        <Filters
          payments={payments}
          filter={filter}
          onFilter={fromFirstPage(setFilter)}
          testId={testId}
        />
      )}
      <Table bordered density="condensed" testId={testId} {...tablePaging(page, setWantedPage)}>
        <PaymentTableHead sorting={sorting} onSort={fromFirstPage(setSorting)} />
        <TableBody>
          {page.items.map((line) => (
            <PaymentTableRow key={line.row.id} line={line} view={view} changes={changes} />
          ))}
        </TableBody>
        {isLong && <Totals totals={totalsLine(wanted, presentation)} />}
      </Table>
    </Flex>
  );
}

function PaymentTableHead(sortable: Pick<SortableHeaderProps, 'sorting' | 'onSort'>) {
  const { payments: texts } = useTexts().card;
  return (
    <TableHead>
      <TableRow>
        <SortableHeader sortKey="date" align="left" {...sortable} />
        <SortableHeader sortKey="amount" align="right" {...sortable} />
        <TableHeader>{texts.status}</TableHeader>
        <SortableHeader sortKey="net" align="right" {...sortable} />
      </TableRow>
    </TableHead>
  );
}

/** A payment: when, who, for what and why here, how much of it, how, and what became of it. */
function PaymentTableRow({ line, view, changes }: PaymentProps) {
  return (
    <TableRow>
      <TableCell width="max">
        <PaymentButton line={line} view={view} changes={changes} />
        <LongText text={line.payer.name} />
        {line.purpose !== null && <LongText text={line.purpose} variant="microcopy" />}
        {line.capture !== null && <Text variant="microcopy">{line.capture}</Text>}
        <LongText text={line.reason} variant="microcopy" />
      </TableCell>
      <TableCell align="right">
        <Text>{line.amount}</Text>
        {line.amountHint !== null && <Text variant="microcopy">{line.amountHint}</Text>}
        <Text variant="microcopy">{line.method}</Text>
      </TableCell>
      <TableCell>
        <StatusTag variant={line.status.variant}>{line.status.label}</StatusTag>
        {line.decline !== null && <LongText text={line.decline.reason} variant="microcopy" />}
      </TableCell>
      <NetCell {...line} />
    </TableRow>
  );
}

/** What stayed of the money, and what Stripe kept. */
function NetCell({ net, fee }: Pick<PaymentLine, 'net' | 'fee'>) {
  const { common } = useTexts().card;
  return (
    <TableCell align="right">
      <Text>{net}</Text>
      <Text variant="microcopy">{common.feeOf(fee)}</Text>
    </TableCell>
  );
}

function Totals({ totals }: { readonly totals: TotalsLine }) {
  return (
    <TableFooter>
      <TableRow>
        <TableCell>{totals.label}</TableCell>
        <TableCell align="right">{totals.paid}</TableCell>
        <TableCell>{null}</TableCell>
        <NetCell net={totals.net} fee={totals.fees} />
      </TableRow>
    </TableFooter>
  );
}
