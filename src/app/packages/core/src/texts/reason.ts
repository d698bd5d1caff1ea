import type { Reason } from '../matching/match.ts';
import type { HubSpotRecord } from '../payment/charge.ts';
import type { RecordLink, RecordNames } from '../record/object-type.ts';
import { recordKey } from '../record/object-type.ts';
import { isVisible } from '../untrusted/plain-text.ts';
import { isolated } from '../untrusted/sentence.ts';
import type { Texts } from './catalogue.ts';

/** How a reader calls records: by name where HubSpot shows it to them. */
interface Naming {
  readonly texts: Texts;
  readonly recordNames?: RecordNames;
}

/** By name, or by type and id where the reader may not see it, or it has none. */
export function recordName(record: RecordLink, { texts, recordNames }: Naming): string {
  const name = recordNames?.get(recordKey(record));
  return name !== undefined && isVisible(name)
    ? name
    : texts.reasons.unnamedPayer[record.objectType](record.recordId);
}

/**
 * Why a payment is on a record, in a phrase: with the record that paid, else with the customer who is
 * linked.
 */
export function reasonText(
  { evidence, payer }: Reason,
  naming: Naming,
  customer: string | null = null,
): string {
  const phrase = naming.texts.reasons[evidence];
  if (payer !== null) return `${phrase}: ${isolated(recordName(payer, naming))}`;
  return evidence === 'linked' && customer !== null ? `${phrase}: ${customer}` : phrase;
}

interface PaymentMatch {
  readonly reason: Reason;
  readonly hubSpotRecord: HubSpotRecord | null;
  readonly movedFrom?: RecordLink;
}

/**
 * The same of a payment: of one that was moved, from where; of one that HubSpot took, that it did, and
 * whether its payment record is the reason.
 */
export function paymentReason(
  { reason, hubSpotRecord, movedFrom }: PaymentMatch,
  naming: Naming,
  customer: string | null = null,
): string {
  const { links, payments } = naming.texts.card;
  const match = reasonText(reason, naming, customer);
  const why =
    movedFrom === undefined
      ? match
      : `${match}. ${links.movedFrom} ${isolated(recordName(movedFrom, naming))}`;
  if (hubSpotRecord === null) return why;
  const taken = payments.hubSpot[hubSpotRecord];
  if (hubSpotRecord !== 'tied') return `${why}. ${taken}`;
  // Of what is assigned, the record is not the reason.
  return reason.evidence === 'metadata' ? taken : `${why}. ${payments.hubSpot.untied}`;
}
