import {
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
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { CheckedLink, LongText, SmallLines, usePresentation, useTexts } from '@stripe-payments/ui';
import { useState } from 'react';
import { LinkOutcome } from '../linking/LinkOutcome.tsx';
import type { LinkChanges } from '../linking/use-link-change.ts';
import { pageOf, tablePaging } from '../tables/paging.ts';
import { RecordNames } from './Notes.tsx';
import type { UndecidedLine } from './review-line.ts';
import { undecidedLine } from './review-line.ts';

interface RowProps {
  readonly line: UndecidedLine;
  readonly assignLabel: string;
  readonly changes: LinkChanges;
}

function UndecidedRows({ line, assignLabel, changes }: RowProps) {
  const words = useTexts().card.links;
  return (
    <>
      <TableRow>
        <TableCell>
          <CheckedLink url={line.dashboardUrl} text={line.date} />
        </TableCell>
        <TableCell align="right">{line.amount}</TableCell>
        <TableCell>
          <StatusTag variant={line.status.variant}>{line.status.label}</StatusTag>
        </TableCell>
        <TableCell>
          <LongText text={line.payer} />
        </TableCell>
      </TableRow>
      <TableRow>
        <TableCell colSpan={3}>
          <Tag variant="warning">{line.kind}</Tag>
          <SmallLines lines={line.details} />
          {line.others.length > 0 && (
            <Text variant="microcopy">
              {words.others}
              <RecordNames records={line.others} of={`other-${line.id}`} />
            </Text>
          )}
        </TableCell>
        <TableCell align="right">
          <Button
            variant="secondary"
            size="xs"
            disabled={changes.outcome.phase === 'running'}
            onClick={() => {
              changes.request('undecided', { action: 'assign', id: line.id });
            }}
            testId={`assign-${line.id}`}
          >
            {assignLabel}
          </Button>
        </TableCell>
      </TableRow>
    </>
  );
}

interface UndecidedProps {
  readonly view: RecordView;
  readonly changes: LinkChanges;
}

/** Payments that count nowhere until a person says whose they are. */
export function Undecided({ view, changes }: UndecidedProps) {
  const presentation = usePresentation();
  const { links, payments, records } = presentation.texts.card;
  const [wantedPage, setWantedPage] = useState(1);
  const page = pageOf(view.undecided, wantedPage);
  const outcome = <LinkOutcome place="undecided" changes={changes} />;
  if (view.undecided.length === 0) return outcome;
  const thisRecord = records.this[view.objectType];
  return (
    <Flex direction="column" gap="small">
      <Heading>{links.undecidedTitle(view.summary.undecidedCount)}</Heading>
      <Text>{links.undecided(thisRecord)}</Text>
      {outcome}
      <Table bordered density="condensed" testId="undecided" {...tablePaging(page, setWantedPage)}>
        <TableHead>
          <TableRow>
            <TableHeader>{payments.date}</TableHeader>
            <TableHeader align="right">{payments.amount}</TableHeader>
            <TableHeader>{payments.status}</TableHeader>
            <TableHeader>{links.payer}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {page.items.map((row) => (
            <UndecidedRows
              key={row.payment.id}
              line={undecidedLine(row, view, presentation)}
              assignLabel={links.assignTo(thisRecord)}
              changes={changes}
            />
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}
