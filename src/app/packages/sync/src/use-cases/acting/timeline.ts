import type { Deed } from '@stripe-payments/core';
import { firstBillOf, referenceMark, timelineNote, timelineTextsIn } from '@stripe-payments/core';
import { asSyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ActingPorts, StoredRequest } from './acting-ports.ts';
import type { PlannedRequest } from './planned-request.ts';
import { requestUrl } from './planned-request.ts';

/** What an action answers, before its line is on the timeline. */
export interface Acted<Done> {
  readonly done: Done;
  /** Null where nothing was done that this record's timeline has to say. */
  readonly deed: Deed | null;
}

type LineOutcome = 'left' | 'no-permission' | 'not-left';

const byNumber = ({ id: left }: { id: string }, { id: right }: { id: string }): number =>
  BigInt(left) < BigInt(right) ? -1 : 1;

/**
 * The note of a deed: exactly one, also where the deed is asked for twice, or at the same moment. It is found by
 * its reference; HubSpot creates a note twice where it is asked twice, so that the later one is removed.
 */
async function leaveNote(
  { notes, sign, clock, language }: ActingPorts,
  record: ViewedRecord & { readonly objectType: 'deal' | 'contact' },
  deed: Deed,
  isExisting: boolean,
): Promise<void> {
  const reference = sign(`line ${deed.key}`).slice(0, 12);
  const mark = referenceMark(reference);
  const ofDeed = async () => {
    const all = await notes.of(record);
    return all.filter(({ body }) => body.includes(mark)).toSorted(byNumber);
  };
  const before = isExisting ? await ofDeed() : [];
  if (before.length === 0) {
    const body = timelineNote(deed, reference, {
      texts: timelineTextsIn(language),
      locale: language,
    });
    try {
      await notes.create(record, body, clock.nowMs());
    } catch (error) {
      const isThere = (await ofDeed().catch(() => [])).length > 0;
      if (!isThere) throw error;
    }
  }
  const [, ...others] = before.length === 0 ? await ofDeed() : before;
  await Promise.all(others.map(({ id }) => notes.remove(id)));
}

/** An action is done whether or not its line could be left. */
export async function withLine<Done extends { readonly isExisting: boolean }>(
  ports: ActingPorts,
  viewed: ViewedRecord,
  { done, deed }: Acted<Done>,
): Promise<Done & { readonly line: LineOutcome }> {
  const { objectType } = viewed;
  if (deed === null || objectType === 'company') return { ...done, line: 'left' };
  try {
    await leaveNote(ports, { ...viewed, objectType }, deed, done.isExisting);
    return { ...done, line: 'left' };
  } catch (error) {
    const isForbidden = asSyncError(error).code === 'hubspot-permission';
    return { ...done, line: isForbidden ? 'no-permission' : 'not-left' };
  }
}

/** @param text with which it was sent, or begun; null where no person was needed. */
export function requestDeed(
  ports: ActingPorts,
  { cycle }: PlannedRequest,
  request: StoredRequest,
  userId: string | null,
  text: string | null,
): Deed {
  const { kind, id, number, isRecurring } = request;
  const url = requestUrl(ports, request);
  const amount = cycle === null ? request.amount : firstBillOf(cycle);
  const facts = { amount, number, userId, url, ...(cycle !== null && { each: cycle.each }) };
  if (kind === 'subscription') return { ...facts, kind, key: `subscription ${id}` };
  if (text !== null) return { ...facts, kind: 'invoice-sent', key: `send ${id} ${text}` };
  const made = kind === 'link' && isRecurring ? 'subscription-link' : kind;
  return { ...facts, kind: made, key: `request ${id}` };
}
