import type {
  MatchedObjects,
  Note,
  RecordClaims,
  RecordLink,
  RecordView,
} from '@stripe-payments/core';
import { hasId, movedPaymentsIn, unreadFigures, withoutUnread } from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import type { AskedRows } from './reply-size.ts';
import { fittingView, MAX_OTHERS } from './reply-size.ts';

/** The view as it fits into a reply, without the figures that its problems leave unknown. */
export const shownView = (view: RecordView, asked: AskedRows = {}): RecordView =>
  fittingView(
    { ...view, summary: withoutUnread(view.summary, unreadFigures(view.problems)) },
    asked,
  );

function claimedElsewhere({ charges }: MatchedObjects): readonly Note[] {
  const others = new Map<string, RecordLink>();
  let count = 0;
  for (const { match } of charges) {
    if (match.status !== 'elsewhere') continue;
    count += 1;
    for (const link of match.others) others.set(`${link.objectType}/${link.recordId}`, link);
  }
  if (count === 0) return [];
  return [{ kind: 'claimed-elsewhere', count, others: [...others.values()].slice(0, MAX_OTHERS) }];
}

/** What a view tells of the Stripe account. */
export interface StripeAccountNotes {
  readonly id: string | null;
  readonly hasFees: boolean;
}

/**
 * Asked for once for a record that is read in parts; its fees not for a company, which takes many calls.
 * @param before what the parts before know; null at the first.
 */
export async function accountOf(
  { stripe }: Ports,
  { objectType }: Pick<RecordLink, 'objectType'>,
  before: { readonly accountId: string | null } | null,
): Promise<StripeAccountNotes> {
  const mayAsk = before === null && objectType !== 'company';
  const [id, hasFees] = await Promise.all([
    before === null ? stripe.accountId() : before.accountId,
    stripe.hasAccountFees({ mayAsk }),
  ]);
  return { id, hasFees };
}

/** What the figures alone do not say. */
export function notesOf(
  attribution: MatchedObjects,
  {
    isSearchUnavailable,
    hasAccountFees,
  }: { readonly isSearchUnavailable: boolean; readonly hasAccountFees: boolean },
  summary: RecordView['summary'],
): readonly Note[] {
  const notes: Note[] = [];
  if (hasAccountFees && summary.ledger.settlement.length > 0) notes.push({ kind: 'account-fees' });
  if (isSearchUnavailable) notes.push({ kind: 'search-unavailable' });
  notes.push(...claimedElsewhere(attribution));
  const { flagged } = summary.ledger;
  if (flagged.length > 0) notes.push({ kind: 'unclassified', flagged });
  return notes;
}

/** Payments with the deal from which a person moved them here. */
export function withOrigins(
  payments: RecordView['payments'],
  record: RecordClaims,
  noted: string | null | undefined,
): RecordView['payments'] {
  const moves = movedPaymentsIn(noted).filter(({ to }) => hasId(record, to));
  return payments.map((row) => {
    const move = moves.find(({ id }) => id === row.id);
    return move === undefined ? row : { ...row, movedFrom: move.from };
  });
}
