import type { CheckedUrl } from '../links/checked-url.ts';
import { formatMoney } from '../money/format.ts';
import type { Money } from '../money/money.ts';
import { plainLine } from '../untrusted/plain-text.ts';

/** What was done at Stripe for a record. */
export type DeedKind =
  | 'link'
  | 'invoice'
  | 'invoice-sent'
  | 'subscription-link'
  | 'subscription'
  | 'refund'
  | 'deactivate-link'
  | 'send-invoice'
  | 'void-invoice'
  | 'mark-paid'
  | 'mark-uncollectible'
  | 'card-link'
  | 'cancel-now'
  | 'cancel-at-period-end'
  | 'keep-subscription'
  | 'pause-collection'
  | 'resume-collection'
  | 'change-item'
  | 'apply-coupon'
  | 'remove-coupon';

export interface Deed {
  readonly kind: DeedKind;
  /** Null where it is about none that is known. */
  readonly amount: Money | null;
  /** What a subscription bills each time, where `amount` is its first bill. */
  readonly each?: Money;
  /** Of an invoice, or the name of a coupon; null for one without, and for any other object. */
  readonly number: string | null;
  /** The user who confirmed it; null where no confirmation was needed. */
  readonly userId: string | null;
  /** Its page in Stripe's dashboard. */
  readonly url: CheckedUrl | null;
  /** The same for the same deed, however often it is asked for. */
  readonly key: string;
}

export interface TimelineTexts {
  readonly deeds: Readonly<
    Record<DeedKind, (amount: string, number: string, each: string) => string>
  >;
  readonly confirmedBy: (userId: string) => string;
  readonly open: string;
  readonly reference: (reference: string) => string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replaceAll(/["&'<>]/g, (character) => ENTITIES[character] ?? '');

const MAX_NUMBER = 60;

/** What finds the note of a deed again; in a form that HubSpot's editor keeps as it is. */
export const referenceMark = (reference: string): string => `[${reference}]`;

/**
 * The note on the record's timeline, as HTML: what was done, who confirmed it, and the way to it. It holds
 * nothing that a customer typed.
 */
export function timelineNote(
  { kind, amount, each, number, userId, url }: Deed,
  reference: string,
  { texts, locale }: { readonly texts: TimelineTexts; readonly locale: string },
): string {
  const shown = (sum: Money | null): string =>
    sum === null ? '' : plainLine(formatMoney(sum, locale), MAX_NUMBER);
  const isSame = each === undefined || each.minor === amount?.minor;
  const name = number === null ? '' : ` ${plainLine(number, MAX_NUMBER)}`;
  const lines = [
    escaped(texts.deeds[kind](shown(amount), name, isSame ? '' : shown(each))),
    ...(userId === null ? [] : [escaped(texts.confirmedBy(userId))]),
    ...(url === null ? [] : [`<a href="${escaped(url)}">${escaped(texts.open)}</a>`]),
    escaped(texts.reference(referenceMark(reference))),
  ];
  return lines.join('<br>');
}
