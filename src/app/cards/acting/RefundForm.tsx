import { Flex, Input, Select, Text } from '@hubspot/ui-extensions';
import type { Money, PaymentRow, RecordView, RefundReason } from '@stripe-payments/core';
import { REFUND_REASONS, subtract } from '@stripe-payments/core';
import { paidLine } from '../payments/payment-line.ts';
import { ReviewFooter } from './ReviewFooter.tsx';
import type { ActingPresentation } from './use-acting.ts';
import { failureOf, useActingPresentation } from './use-acting.ts';
import type { AskedChange, Changing } from './use-change.ts';
import { amountExample, refundMistake } from './field-mistakes.ts';
import { writtenAmount } from './written-number.ts';

type AskedRefund = Extract<AskedChange, { readonly kind: 'refund' }>;

/** What was entered; the first payment where none was chosen. */
export interface RefundEntries {
  readonly chosen: string | null;
  readonly amount: string;
  readonly reason: string;
}

export interface RefundFormProps {
  readonly steps: Changing;
  readonly view: RecordView;
  readonly entries: RefundEntries;
  readonly onEntries: (entries: RefundEntries) => void;
}

/** Only of what was captured, and is not refunded as a whole; the review reads how much is left. */
const isRefundable = ({ captured, refunded, ticket }: PaymentRow): boolean =>
  ticket !== undefined && captured.minor > refunded.minor;

const NO_REASON = '' as const;

/** What was not refunded: of what is in dispute the review says it. */
const restOf = ({ captured, refunded }: PaymentRow): Money => subtract(captured, refunded);

export const NO_ENTRIES: RefundEntries = { chosen: null, amount: '', reason: NO_REASON };

const reasonOf = (value: string): RefundReason | null =>
  REFUND_REASONS.find((reason) => reason === value) ?? null;

/** Which payment, how much of it, and why. */
export function RefundForm({ steps, view, entries, onEntries }: RefundFormProps) {
  const presentation = useActingPresentation();
  const { refunds, form } = presentation.texts.acting;
  const payments = view.payments.filter(isRefundable);
  const { chosen, amount, reason } = entries;
  const payment = chosen === null ? payments[0] : payments.find(({ id }) => id === chosen);
  if (payment === undefined) return <Text testId="nothing-to-refund">{refunds.none}</Text>;
  const wanted = amount.trim();
  const written = writtenAmount(wanted, payment.captured.currency);
  const { currency } = payment.captured;
  const mistake = wanted === '' ? undefined : refundMistake(wanted, restOf(payment), presentation);
  const isMistaken = mistake !== undefined;
  const failure = failureOf(steps.review);
  const { ticket = '' } = payment;
  const asked: AskedRefund = {
    kind: 'refund',
    paymentId: payment.id,
    ticket,
    amount: written ?? null,
    reason: reasonOf(reason),
  };
  return (
    <Flex direction="column" gap="small">
      <Select
        name="refund-payment"
        label={refunds.payment}
        options={payments.map((row) => ({
          value: row.id,
          label: paymentLabel(row, presentation),
        }))}
        value={payment.id}
        onChange={(value) => {
          onEntries({ ...entries, chosen: String(value) });
          if (failure !== null) steps.change();
        }}
        testId="refund-choice"
      />
      <Input
        name="refund-amount"
        label={refunds.amount(payment.captured.currency.toUpperCase())}
        description={`${refunds.amountHint} ${form.amountHint(amountExample(currency, presentation))}`}
        value={amount}
        error={isMistaken}
        {...(isMistaken && { validationMessage: mistake })}
        onInput={(value) => {
          onEntries({ ...entries, amount: value });
          // What was said of another amount.
          if (failure !== null) steps.change();
        }}
        testId="refund-amount"
      />
      <Select
        name="refund-reason"
        label={refunds.reason}
        options={[NO_REASON, ...REFUND_REASONS].map((value) => ({
          value,
          label: refunds.reasons[value],
        }))}
        value={reason}
        onChange={(value) => {
          onEntries({ ...entries, reason: String(value) });
        }}
        testId="refund-reason"
      />
      <ReviewFooter
        failure={failure}
        waits={isMistaken ? form.toCorrect : null}
        isReading={steps.review.phase === 'running'}
        onReview={() => {
          steps.prepare(asked);
        }}
        testId="refund"
      />
    </Flex>
  );
}

/** Which payment it is: amount, day, payer. */
export function paymentLabel(row: PaymentRow, presentation: ActingPresentation): string {
  const { amount, date, payer, amountHint } = paidLine(row, presentation);
  return [amount, date, payer.name, ...(amountHint === null ? [] : [amountHint])].join(', ');
}
