import {
  Button,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  Inline,
  LoadingSpinner,
  Panel,
  PanelBody,
  PanelSection,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import type { GetPaymentReply, RecordView } from '@stripe-payments/core';
import { stripeUrl } from '@stripe-payments/core';
import {
  CheckedLink,
  FailureAlert,
  getPayment,
  LongText,
  useCall,
  usePresentation,
  useTexts,
} from '@stripe-payments/ui';
import { useState } from 'react';
import { ConfirmedButton } from '../linking/ConfirmedButton.tsx';
import type { LinkChanges } from '../linking/use-link-change.ts';
import { pageOf, tablePaging } from '../tables/paging.ts';
import { RecordNames } from '../tables/RecordNames.tsx';
import type { PaymentLine } from './payment-line.ts';

type Details = Extract<GetPaymentReply, { readonly ok: true }>;

export interface PaymentProps {
  readonly line: PaymentLine;
  readonly view: RecordView;
  readonly changes: LinkChanges;
}

const panelOf = (paymentId: string): string => `payment-${paymentId}`;

/** The day of a payment, which opens it. Each opening reads it anew. */
export function PaymentButton({ line, view, changes }: PaymentProps) {
  const { objectType } = view;
  const { texts, language, locale, timeZone } = usePresentation();
  const { id, ticket } = line.row;
  const { state, run, reset } = useCall<string, Details>({
    whileRunning: 'replace',
    send: (given) =>
      getPayment({ objectType, paymentId: id, ticket: given, language, locale, timeZone }),
  });
  // An older function proves nothing: the row is all there is.
  if (ticket === undefined) return <Text inline>{line.date}</Text>;
  const open = (): void => {
    run(ticket);
  };
  return (
    <Button
      variant="transparent"
      size="xs"
      testId={`open-${id}`}
      overlay={
        <Panel
          id={panelOf(id)}
          title={texts.card.payments.panelTitle(line.amount, line.date)}
          width="md"
          variant="modal"
          onOpen={open}
          onClose={reset}
          testId={`panel-${id}`}
        >
          {state.phase !== 'idle' && (
            <PanelBody>
              <Facts line={line} />
              <PanelSection>
                <Heading>{texts.card.payments.history}</Heading>
                {state.phase === 'running' && (
                  <LoadingSpinner label={texts.card.payments.opening} showLabel size="sm" />
                )}
                {state.phase === 'failed' && (
                  <FailureAlert
                    title={texts.card.payments.notOpened}
                    failures={[state.failure]}
                    onRetry={open}
                    testId="payment-problem"
                  />
                )}
                {state.phase === 'done' && <History details={state.answer} />}
              </PanelSection>
              <Removal line={line} view={view} changes={changes} />
            </PanelBody>
          )}
        </Panel>
      }
    >
      {line.date}
    </Button>
  );
}

/** Who paid, how and for what, and why it is on the record: what its row knows. */
function Facts({ line }: { readonly line: PaymentLine }) {
  const { links, payments, common } = useTexts().card;
  const { payer, via } = line.row.reason;
  const facts: readonly (readonly [string, string | null])[] = [
    [payments.method, line.method],
    [payments.purpose, line.purpose],
    [payments.match, `${line.reason} (${via})`],
  ];
  return (
    <PanelSection>
      <Flex direction="column" gap="small">
        <Inline gap="small">
          <Text format={{ fontWeight: 'bold' }}>{line.amount}</Text>
          <StatusTag variant={line.status.variant}>{line.status.label}</StatusTag>
        </Inline>
        {line.decline !== null && (
          <LongText text={`${line.decline.reason}. ${line.decline.nextStep}`} />
        )}
        <DescriptionList direction="column">
          <DescriptionListItem label={links.payer}>
            <LongText text={line.payer.whole} />
            {payer !== null && <RecordNames records={[payer]} of={`payer-${line.row.id}`} />}
          </DescriptionListItem>
          {facts.map(
            ([label, text]) =>
              text !== null && (
                <DescriptionListItem key={label} label={label}>
                  <LongText text={text} />
                </DescriptionListItem>
              ),
          )}
        </DescriptionList>
        <CheckedLink url={line.dashboardUrl} text={common.openInStripe} testId="open-in-stripe" />
      </Flex>
    </PanelSection>
  );
}

/** Takes off the record what was matched by mistake, or assigned there by hand. */
function Removal({ line, view, changes }: PaymentProps) {
  const { links, records } = useTexts().card;
  const { closeOverlay } = useExtensionActions<'crm.record.tab'>();
  const { id, paymentIntentId, reason } = line.row;
  const { evidence, via } = reason;
  const isAssigned = evidence === 'assigned';
  // A company has what its deals and contacts have: a payment is taken off those.
  if (isAssigned ? !view.assignedIds.includes(via) : view.objectType === 'company') return null;
  const thisRecord = records.this[view.objectType];
  const own = `${line.amount}, ${line.date}`;
  // With a subscription or invoice that was assigned, all of its payments go.
  const name = !isAssigned || [id, paymentIntentId].includes(via) ? own : via;
  return (
    <PanelSection>
      <ConfirmedButton
        label={isAssigned ? links.unassign : links.exclude(thisRecord)}
        question={isAssigned ? links.unassignQuestion(name) : links.excludeQuestion(thisRecord)}
        disabled={changes.isRunning}
        testId={`exclude-${id}`}
        onConfirm={() => {
          // The row goes, and its panel with it; the card says what came of it.
          closeOverlay(panelOf(id));
          changes.request(
            'moved',
            isAssigned
              ? { action: 'unassign', id: via }
              : { action: 'exclude', id: paymentIntentId ?? id },
            name,
          );
        }}
      />
    </PanelSection>
  );
}

/** What happened and what is to come, in the words of the function. */
function History({ details }: { readonly details: Details }) {
  const { payments: texts, common } = useTexts().card;
  const [wantedPage, setWantedPage] = useState(1);
  const { arrival, lines, notes, receiptUrl, problems } = details;
  const page = pageOf(lines, wantedPage);
  const receipt = stripeUrl(receiptUrl);
  return (
    <Flex direction="column" gap="small">
      {problems.length > 0 && (
        <FailureAlert
          variant="warning"
          title={texts.openedInPart}
          failures={problems}
          testId="payment-incomplete"
        />
      )}
      {arrival !== null && (
        <Text format={{ fontWeight: 'demibold' }} testId="arrival">
          {arrival}
        </Text>
      )}
      <Table density="condensed" testId="history" {...tablePaging(page, setWantedPage)}>
        <TableHead>
          <TableRow>
            <TableHeader>{texts.when}</TableHeader>
            <TableHeader>{texts.what}</TableHeader>
            <TableHeader align="right">{texts.amount}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {page.items.map(({ when, text, amount }, place) => (
            <TableRow key={place}>
              <TableCell width="min">{when ?? common.noValue}</TableCell>
              <TableCell>
                <LongText text={text} />
              </TableCell>
              <TableCell align="right">{amount}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {notes.map((note) => (
        <LongText key={note} text={note} variant="microcopy" />
      ))}
      {receipt !== null && <CheckedLink url={receipt} text={texts.receipt} testId="receipt" />}
    </Flex>
  );
}
