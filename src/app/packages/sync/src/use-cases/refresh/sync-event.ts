import type { RangeRecord } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { createClaimIndex } from '../collect/claim-index.ts';
import { knowing } from './known-objects.ts';
import { dueRecords, syncUnviewed } from './sync-due.ts';
import { readTouched, touchedRecords } from './touched-records.ts';

/** What an event led to. */
export interface EventOutcome {
  /** False for an ID that Stripe does not know, or knows in the other mode or no longer. */
  readonly isKnown: boolean;
  readonly records: readonly RangeRecord[];
  /** Left to the catch-up: the time was over. */
  readonly left: number;
  /** Requests to Stripe. */
  readonly stripeCalls: number;
}

const nothingDone = ({ stripe }: Ports): EventOutcome => ({
  isKnown: false,
  records: [],
  left: 0,
  stripeCalls: stripe.callsSent(),
});

const EVENT_ID = /^evt_\w{1,100}$/;

/** So many syncs run at the same time. */
const AT_ONCE = 2;

/** No sync is begun with less than this. */
const SYNC_NEEDS_MS = 3_000;

/**
 * Syncs the records that an event has touched, as far as the time allows. Of what called, only the id is
 * believed: the event and everything it names are read from Stripe. An id that Stripe does not
 * know does nothing.
 */
export async function syncEvent(ports: Ports, eventId: string): Promise<EventOutcome> {
  if (!EVENT_ID.test(eventId)) return nothingDone(ports);
  try {
    const event = await ports.stripe.event(eventId);
    const objects = await readTouched(ports, event.touched);
    const touched = await touchedRecords(ports, event.touched, objects, createClaimIndex(ports));
    const due = [...(await dueRecords(ports, touched, event.created * 1_000))];
    const knowingPorts = knowing(ports, objects);
    const records: RangeRecord[] = [];
    while (due.length > 0 && ports.time.remainingMs() > SYNC_NEEDS_MS) {
      const outcomes = await Promise.all(
        due.splice(0, AT_ONCE).map((record) => syncUnviewed(knowingPorts, record)),
      );
      for (const outcome of outcomes) {
        if (outcome.status === 'unfinished') due.push(outcome);
        else records.push(outcome);
      }
      if (outcomes.some(({ status }) => status === 'unfinished')) break;
    }
    return { isKnown: true, records, left: due.length, stripeCalls: ports.stripe.callsSent() };
  } catch (error) {
    if (error instanceof SyncError && ['unknown-event', 'wrong-mode'].includes(error.code)) {
      return nothingDone(ports);
    }
    throw error;
  }
}
