import {
  Button,
  Checkbox,
  Flex,
  Heading,
  Inline,
  LoadingSpinner,
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
import type { ListedPayment } from '@stripe-payments/core';
import { MAX_ASSIGNED_AT_ONCE } from '@stripe-payments/core';
import { FailureAlert, SmallLines, usePresentation, useTexts } from '@stripe-payments/ui';
import { RecordNames } from '../tables/RecordNames.tsx';
import type { ChoiceLine } from './choice-lines.ts';
import { choiceLine, takenFrom } from './choice-lines.ts';
import type { Linking } from './LinkPanel.tsx';
import type { LinkSection } from './use-link-change.ts';
import type { PaymentChoice as Choice } from './use-payment-choice.ts';

interface ChoiceProps {
  readonly linking: Linking;
  readonly choice: Choice;
}

interface ListProps extends ChoiceProps {
  /** Of test ids and names: two lists can have the same payment. */
  readonly prefix: string;
}

interface ChoiceRowsProps extends ListProps {
  readonly lines: readonly ChoiceLine[];
}

/** A row for each payment: what it is, who paid it, and where it counts now. */
function ChoiceTable({ lines, linking, choice, prefix }: ChoiceRowsProps) {
  const { links } = useTexts().card;
  const { selected, select } = choice;
  const isFull = selected.length >= MAX_ASSIGNED_AT_ONCE;
  return (
    <Table bordered density="condensed" testId={`${prefix}payment-choice`}>
      <TableHead>
        <TableRow>
          <TableHeader>{links.payment}</TableHeader>
          <TableHeader>{links.payer}</TableHeader>
          <TableHeader>{links.countsColumn}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(({ id, name, status, details, isHere, standing, countsOn, others }) => (
          <TableRow key={id}>
            <TableCell>
              <Checkbox
                name={`${prefix}select-${id}`}
                checked={selected.includes(id)}
                readOnly={isHere || linking.changes.isRunning || (isFull && !selected.includes(id))}
                onChange={(isSelected) => {
                  select(id, isSelected);
                }}
                testId={`${prefix}select-${id}`}
              >
                {name}
              </Checkbox>
              <StatusTag variant={status.variant}>{status.label}</StatusTag>
            </TableCell>
            <TableCell>
              <SmallLines lines={details} />
            </TableCell>
            <TableCell>
              {isHere ? <Tag variant="success">{standing}</Tag> : <Text>{standing}</Text>}
              <RecordNames
                records={countsOn === null ? others : [countsOn]}
                of={`${prefix}counts-${id}`}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface ListedProps extends ListProps {
  readonly payments: readonly ListedPayment[];
  readonly total: number;
  readonly section: LinkSection;
}

/** The list, and the button that assigns what is selected in it. */
function ListedPayments({ payments, total, linking, choice, prefix, section }: ListedProps) {
  const presentation = usePresentation();
  const { links } = presentation.texts.card;
  const { changes, record } = linking;
  const lines = payments.map((payment) => choiceLine(payment, record, presentation));
  const names = lines.filter(({ id }) => choice.selected.includes(id)).map(({ name }) => name);
  const from = takenFrom(lines, choice.selected);
  if (lines.length === 0)
    return <Text testId={`${prefix}no-payments-listed`}>{links.noPaymentsListed}</Text>;
  return (
    <>
      {total > lines.length && <Text>{links.newestOf(lines.length, total)}</Text>}
      <ChoiceTable lines={lines} linking={linking} choice={choice} prefix={prefix} />
      {from.length > 0 && (
        <Text testId={`${prefix}moves-from`}>
          {links.movesFrom}
          <RecordNames records={from} of={`${prefix}moves-from`} />
        </Text>
      )}
      <Inline>
        <Button
          variant="primary"
          size="sm"
          disabled={changes.isRunning || choice.selected.length === 0}
          onClick={() => {
            changes.request(
              section,
              {
                action: 'assign',
                ids: choice.selected,
                moveFrom: from.map(({ recordId }) => recordId),
              },
              names.join('; '),
            );
          }}
          testId={`${prefix}assign-selected`}
        >
          {from.length > 0
            ? links.moveSelected(choice.selected.length)
            : links.assignSelected(choice.selected.length)}
        </Button>
      </Inline>
      {choice.selected.length >= MAX_ASSIGNED_AT_ONCE && (
        <Text variant="microcopy">{links.selectedAtMost(MAX_ASSIGNED_AT_ONCE)}</Text>
      )}
    </>
  );
}

/** Payments of the record's people, or of a customer that was found, to select and assign. */
export function PaymentChoice({ linking, choice }: ChoiceProps) {
  const { links, states } = useTexts().card;
  const { state } = choice;
  const listed = 'request' in state ? state.request : null;
  const prefix = listed === null ? '' : 'found-';
  return (
    <Flex direction="column" gap="small">
      <Heading>
        {listed === null
          ? links.paymentsOfPeople[linking.record.objectType]
          : links.paymentsOf(listed.name)}
      </Heading>
      {state.phase === 'running' && (
        <LoadingSpinner label={states.loading} showLabel size="sm" layout="inline" />
      )}
      {state.phase === 'failed' && (
        <FailureAlert
          variant="warning"
          testId={`${prefix}list-problem`}
          title={links.notListed}
          failures={[state.failure]}
        />
      )}
      {state.phase === 'done' && (
        <>
          {state.answer.problems.length > 0 && (
            <FailureAlert
              variant="warning"
              testId={`${prefix}list-incomplete`}
              title={links.listedInPart}
              failures={state.answer.problems}
            />
          )}
          <ListedPayments
            payments={state.answer.payments}
            total={state.answer.total}
            linking={linking}
            choice={choice}
            prefix={prefix}
            section={listed?.section ?? 'choice'}
          />
        </>
      )}
    </Flex>
  );
}

interface FoundPaymentsProps {
  readonly linking: Linking;
  readonly section: LinkSection;
}

/** Payments of a customer, where the user asked for them. */
export function FoundPayments({ linking, section }: FoundPaymentsProps) {
  const { found } = linking;
  if (found.state.phase === 'idle' || found.state.request?.section !== section) return null;
  return <PaymentChoice linking={linking} choice={found} />;
}
