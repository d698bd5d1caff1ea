import type {
  Continuation,
  RecordClaims,
  RecordView,
  StoredProperties,
} from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { holdsNothing } from '../reading/found-objects.ts';
import { assembleView } from '../view/assemble.ts';
import { contactsOf } from './company-contacts.ts';
import type { Slice } from './slice.ts';
import { readSlice } from './slice.ts';
import { progressIn, tokenOf } from './token.ts';

export interface CompanyRead {
  readonly record: RecordClaims;
  readonly stored: StoredProperties;
  readonly continuation: Continuation | undefined;
}

/** Where nothing came of the first slice but failures, there is no view to show them on. */
function refuseEmptyFailure({ failures, objects }: Slice, isFirst: boolean): void {
  const [first] = failures;
  if (isFirst && first !== undefined && holdsNothing(objects)) throw first;
}

/** Reads a company as far as the time allows; the view says how far that is and how to go on. */
export async function readCompanyView(
  ports: Ports,
  { record, stored, continuation }: CompanyRead,
): Promise<RecordView> {
  const progress = continuation === undefined ? undefined : progressIn(ports, record, continuation);
  const asOfMs = ports.clock.nowMs();
  const [contacts, accountId] = await Promise.all([
    contactsOf(ports, record),
    ports.stripe.accountId(),
  ]);
  const slice = await readSlice(ports, { company: record, contacts, progress });
  refuseEmptyFailure(slice, progress === undefined);
  const view = await assembleView(
    ports,
    { ...slice, knowledge: { record, competingRecords: [], payers: contacts } },
    { record, stored, asOfMs, accountId, dealAmount: null, before: progress ?? null },
  );
  const { contactsToDo, unitsToDo, unitsDone } = slice;
  const contactsTotal = progress?.contactsTotal ?? contacts.length;
  const isFinished = contactsToDo.length === 0 && unitsToDo.length === 0;
  const { summary, problems } = view;
  const next = { contactsToDo, contactsTotal, unitsToDo, unitsDone, summary, problems };
  return {
    ...view,
    coverage:
      contactsTotal === 0
        ? null
        : { contactsCovered: contactsTotal - contactsToDo.length, contactsTotal },
    continuation: isFinished ? null : tokenOf(ports, record, next),
  };
}
