import {
  Button,
  Flex,
  Heading,
  LoadingButton,
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
import {
  CheckedLink,
  FailureAlert,
  LongText,
  SmallLines,
  usePresentation,
  useTexts,
} from '@stripe-payments/ui';
import { useState } from 'react';
import { LinkOutcome } from '../linking/LinkOutcome.tsx';
import type { LinkChanges } from '../linking/use-link-change.ts';
import { pageOf, tablePaging } from '../tables/paging.ts';
import { RecordNames } from '../tables/RecordNames.tsx';
import type { ReviewLine } from './review-line.ts';
import { reviewLine } from './review-line.ts';
import { useReviewRows } from './use-review-rows.ts';

interface RowProps {
  readonly line: ReviewLine;
  readonly objectType: RecordView['objectType'];
  readonly changes: LinkChanges;
}

function ReviewRows({ line, objectType, changes }: RowProps) {
  const { links: texts, records } = useTexts().card;
  const thisRecord = records.this[objectType];
  const name = `${line.amount}, ${line.date}`;
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
          <Tag variant={line.kind.variant}>{line.kind.label}</Tag>
          <SmallLines lines={line.details} />
          {line.others.length > 0 && (
            <Text variant="microcopy">
              {line.othersLabel}
              <RecordNames records={line.others} of={`other-${line.id}`} />
            </Text>
          )}
        </TableCell>
        <TableCell align="right">
          <Button
            variant="secondary"
            size="xs"
            disabled={changes.isRunning}
            onClick={() => {
              changes.request('needs-review', { action: 'assign', ids: [line.id] }, name);
            }}
            testId={`assign-${line.id}`}
          >
            {texts.assignTo(thisRecord)}
          </Button>
          {objectType !== 'company' && (
            <Button
              variant="transparent"
              size="xs"
              disabled={changes.isRunning}
              onClick={() => {
                changes.request('needs-review', { action: 'exclude', id: line.id }, name);
              }}
              testId={`exclude-${line.id}`}
            >
              {texts.dismiss}
            </Button>
          )}
        </TableCell>
      </TableRow>
    </>
  );
}

interface NeedsReviewProps {
  readonly view: RecordView;
  readonly changes: LinkChanges;
}

/** Payments that count on no record until a person assigns them. */
export function NeedsReview({ view, changes }: NeedsReviewProps) {
  const presentation = usePresentation();
  const { links, notes, payments } = presentation.texts.card;
  const [wantedPage, setWantedPage] = useState(1);
  const { rows, rest, state, showMore } = useReviewRows(view);
  const page = pageOf(rows, wantedPage);
  const outcome = <LinkOutcome section="needs-review" changes={changes} />;
  if (view.needsReview.length === 0) return outcome;
  return (
    <Flex direction="column" gap="small">
      <Heading>{links.needsReviewTitle(view.summary.needsReviewCount)}</Heading>
      {outcome}
      <Table
        bordered
        density="condensed"
        testId="needs-review"
        {...tablePaging(page, setWantedPage)}
      >
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
            <ReviewRows
              key={row.payment.id}
              line={reviewLine(row, view, presentation)}
              objectType={view.objectType}
              changes={changes}
            />
          ))}
        </TableBody>
      </Table>
      {state.phase === 'failed' && (
        <FailureAlert
          variant="warning"
          testId="review-problem"
          title={links.notListed}
          failures={[state.failure]}
        />
      )}
      {rest.length > 0 && (
        <Flex direction="row" align="center" wrap gap="small">
          <Text variant="microcopy">
            {notes.reviewOmitted(rows.length, view.summary.needsReviewCount)}
          </Text>
          <LoadingButton
            variant="secondary"
            size="xs"
            loading={state.phase === 'running'}
            onClick={showMore}
            testId="show-more"
          >
            {notes.showMore}
          </LoadingButton>
        </Flex>
      )}
    </Flex>
  );
}
