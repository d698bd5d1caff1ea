import { transactionClassOf } from '../ledger/transaction-class.ts';
import type { Money } from '../money/money.ts';
import { money } from '../money/money.ts';
import type { BalanceTransaction, Charge, Dispute, Refund } from '../payment/charge.ts';
import type { HistoryStyle, Step } from './step.ts';
import { nameOf } from './step.ts';

/** A fee of its own; nothing where there is none. */
const feeSteps = (
  { created, feeMinor, currency }: BalanceTransaction,
  text: string,
): readonly Step[] =>
  feeMinor === 0 ? [] : [{ at: created, text, amount: money(-feeMinor, currency) }];

/** What is said of a refund that gives captured money back, with the reason for it. */
function refundText({ status, reason, failureReason }: Refund, { texts }: HistoryStyle): string {
  const { refunds, otherRefund, refundReasons, refundFailures } = texts.history;
  // Refunds of before 2016 have no status.
  const known = status ?? 'succeeded';
  const what = Object.hasOwn(refunds, known) ? nameOf(refunds, known) : otherRefund(known);
  if (failureReason !== null) return `${what}: ${nameOf(refundFailures, failureReason)}`;
  return reason === null ? what : `${what}: ${nameOf(refundReasons, reason)}`;
}

export function refundSteps(refund: Refund, charge: Charge, style: HistoryStyle): readonly Step[] {
  const { created, currency, amountMinor, balanceTransaction, failureBalanceTransaction } = refund;
  const { uncaptured, refundReturned, refundFee } = style.texts.history;
  const isRelease =
    !charge.captured || balanceTransaction?.reportingCategory === 'partial_capture_reversal';
  if (isRelease) return [{ at: created, text: uncaptured, amount: money(amountMinor, currency) }];
  return [
    {
      at: created,
      text: refundText(refund, style),
      amount: money(-amountMinor, currency),
    },
    ...(balanceTransaction === null ? [] : feeSteps(balanceTransaction, refundFee)),
    ...(failureBalanceTransaction === null
      ? []
      : [
          {
            at: failureBalanceTransaction.created,
            text: refundReturned,
            amount: movedMoney(failureBalanceTransaction),
          },
        ]),
  ];
}

const movedMoney = ({ amountMinor, currency }: BalanceTransaction): Money =>
  money(amountMinor, currency);

const isMovement = ({ reportingCategory, amountMinor }: BalanceTransaction): boolean =>
  transactionClassOf(reportingCategory) === 'disputed' && amountMinor !== 0;

function movementSteps(
  transaction: BalanceTransaction,
  isWin: boolean,
  { texts }: HistoryStyle,
): readonly Step[] {
  const { withdrawn, givenBack, wonBack, disputeFee } = texts.history;
  const { created, amountMinor } = transaction;
  const returned = isWin ? wonBack : givenBack;
  const text = amountMinor < 0 ? withdrawn : returned;
  return [
    ...(isMovement(transaction) ? [{ at: created, text, amount: movedMoney(transaction) }] : []),
    ...feeSteps(transaction, disputeFee),
  ];
}

const stateText = (
  status: string,
  { disputeStates, otherDispute }: HistoryStyle['texts']['history'],
): string =>
  Object.hasOwn(disputeStates, status) ? nameOf(disputeStates, status) : otherDispute(status);

/**
 * From the first word of the bank to the result. Stripe keeps no time of the result, so a win is said beside the money
 * that it returned.
 */
export function disputeSteps(
  dispute: Dispute,
  nowSeconds: number,
  style: HistoryStyle,
): readonly Step[] {
  const { created, status, reason, evidenceDueBy, amountMinor, currency } = dispute;
  const texts = style.texts.history;
  const because = nameOf(style.texts.disputeReasons, reason);
  const isInquiry = status.startsWith('warning_');
  const isDue = status.endsWith('needs_response') && evidenceDueBy !== null;
  const movements = dispute.balanceTransactions.toSorted((a, b) => a.created - b.created);
  const last = movements.findLast(isMovement);
  const win = status === 'won' && last !== undefined && last.amountMinor > 0 ? last : null;
  return [
    {
      at: created,
      text: isInquiry ? texts.inquiryOpened(because) : texts.disputeOpened(because),
      amount: money(amountMinor, currency),
    },
    ...movements.flatMap((each) => movementSteps(each, each === win, style)),
    ...(win === null ? [{ at: null, text: stateText(status, texts) }] : []),
    ...(isDue
      ? [
          {
            at: evidenceDueBy,
            text: evidenceDueBy < nowSeconds ? texts.responseWasDue : texts.responseDue,
          },
        ]
      : []),
  ];
}
