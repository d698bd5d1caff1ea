import type { ListedPayment, Presentation, RecordLink, RecordView } from '@stripe-payments/core';
import { dayText, formatMoney, isolated, isVisible } from '@stripe-payments/core';
import type { StatusVariant } from '../tables/cell-texts.ts';
import { statusVariant, unbroken } from '../tables/cell-texts.ts';
import { payerName } from '../tables/payers.ts';

/** A payment that can be selected, as the list prints it. */
export interface ChoiceLine {
  readonly id: string;
  /** `$20.00, Nov 22`: also how the outcome calls it. */
  readonly name: string;
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  readonly details: readonly string[];
  readonly isHere: boolean;
  readonly standing: string;
  /** The other deal on which it counts, of which the standing speaks; else those that it could be of. */
  readonly countsOn: RecordLink | null;
  readonly others: readonly RecordLink[];
}

/** `$20.00, Nov 22`. */
export function paymentName(
  { amount, created }: Pick<ListedPayment, 'amount' | 'created'>,
  presentation: Presentation,
): string {
  const day = unbroken(dayText(created, presentation));
  // In a narrow column the day stands below the amount: neither is broken.
  return `${unbroken(formatMoney(amount, presentation.locale))}, ${day}`;
}

export function choiceLine(
  payment: ListedPayment,
  { objectType, recordId }: Pick<RecordView, 'objectType' | 'recordId'>,
  presentation: Presentation,
): ChoiceLine {
  const { texts } = presentation;
  const { links, chargeStatus } = texts.card;
  const { id, status, description, customer, countsOn, contenders, isAssigned } = payment;
  const isOnThisDeal = objectType === 'deal' && countsOn?.recordId === recordId;
  const isHere = isOnThisDeal || (isAssigned && objectType !== 'deal');
  const others = contenders.filter((deal) => objectType !== 'deal' || deal.recordId !== recordId);
  const isContender = others.length < contenders.length;
  const review = isContender ? links.needsReviewHereAndOn : links.needsReviewOn;
  const unsettled = contenders.length === 0 ? links.countsNowhere : review;
  const elsewhere = countsOn === null ? unsettled : links.countsOn;
  return {
    id,
    name: paymentName(payment, presentation),
    status: { label: chargeStatus[status], variant: statusVariant(status) },
    details: [
      payerName(customer, texts),
      ...(description !== null && isVisible(description) ? [isolated(description)] : []),
    ],
    isHere,
    standing: isHere ? links.countsHere : elsewhere,
    countsOn: isHere ? null : countsOn,
    others,
  };
}

/** The deals from which a person takes what they have selected, as the list shows them. */
export const takenFrom = (
  lines: readonly ChoiceLine[],
  selected: readonly string[],
): readonly RecordLink[] => {
  const deals = lines
    .filter(({ id }) => selected.includes(id))
    .flatMap(({ countsOn }) => (countsOn === null ? [] : [countsOn]));
  return [...new Map(deals.map((deal) => [deal.recordId, deal])).values()];
};
