import type {
  Failure,
  ListedPayment,
  RecordClaims,
  StripeObjects,
  Wanted,
} from '@stripe-payments/core';
import { listedPayments, takenBy, unreadRecord } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { ownSteps } from '../collect/collect.ts';
import type { KnownPayer } from '../collect/payers.ts';
import { claimsIn, goneRecords } from '../collect/named-records.ts';
import { competingRecordsOfRead, payersOfObjects, peopleOf } from '../collect/payers.ts';
import type { Reading } from '../collect/reading.ts';
import { createReading, holdsNothing } from '../collect/reading.ts';
import { customerSteps, followUps, objectSteps, payerSteps } from '../collect/steps.ts';
import { parseCustomerReference } from './references.ts';
import { claimsNow } from './settle-claim.ts';
import type { Taking } from './tell-moves.ts';

/** What the function replies, without the `ok`. */
export interface ListOutcome {
  readonly action: 'payments';
  readonly payments: readonly ListedPayment[];
  readonly total: number;
  readonly problems: readonly Failure[];
}

/** As many as a person looks through; who needs an older one searches for its customer. */
const MAX_LISTED = 50;

const asIs = (payment: ListedPayment): ListedPayment => payment;

/** An id does not give its email away, as in a search. */
const withoutEmail = (payment: ListedPayment): ListedPayment => ({
  ...payment,
  customer: payment.customer && { ...payment.customer, email: null },
});

/** Reads what the record's own customers and people have paid, or one customer. */
async function readPaid(
  ports: Ports,
  record: RecordClaims,
  customerId: string | undefined,
  reading: Reading,
): Promise<readonly KnownPayer[]> {
  if (customerId !== undefined) {
    await reading.run(customerSteps(customerId));
    return [];
  }
  const people = await peopleOf(ports, record);
  const linked = [...record.linkedCustomerIds].flatMap(customerSteps);
  await reading.run([...ownSteps(record), ...linked, ...payerSteps(people)]);
  return people;
}

/** Every deal that could have one of the payments, as it is now. */
async function dealsOf(
  ports: Ports,
  record: RecordClaims,
  objects: StripeObjects,
  payers: readonly KnownPayer[],
): Promise<readonly RecordClaims[]> {
  const isDeal = record.objectType === 'deal';
  const self = isDeal ? record : unreadRecord('deal', '');
  const competing = await competingRecordsOfRead(ports, self, objects);
  const named = claimsIn(objects).flatMap(({ objectType, recordId, isForeign }) =>
    objectType === 'deal' && isForeign !== true ? [recordId] : [],
  );
  const ids = new Set([
    ...(isDeal ? [record.recordId] : []),
    ...competing.map(({ recordId }) => recordId),
    ...payers.flatMap(({ dealIds }) => [...dealIds]),
    ...named,
  ]);
  const known = await claimsNow(ports, [...ids]);
  return [...known, ...goneRecords('deal', named, known)];
}

/**
 * The newest payments of a record's people (its customers, contacts and company), or of one customer, each
 * with the deal on which it counts now.
 * @throws {SyncError} where nothing could be read.
 */
export async function listPayments(
  ports: Ports,
  record: RecordClaims,
  pastedCustomer: string | undefined,
): Promise<ListOutcome> {
  const customerId =
    pastedCustomer === undefined ? undefined : parseCustomerReference(ports.stripe, pastedCustomer);
  const reading = createReading(ports.stripe, { follow: followUps });
  const people = await readPaid(ports, record, customerId, reading);
  const { objects, failures } = reading.result();
  if (holdsNothing(objects)) {
    const [first] = failures;
    if (first !== undefined) throw first;
    return { action: 'payments', payments: [], total: 0, problems: [] };
  }
  const others = await payersOfObjects(ports, objects, people);
  const payers = [...people, ...others];
  const deals = await dealsOf(ports, record, objects, payers);
  return {
    action: 'payments',
    payments: listedPayments(objects, { deals, payers }, record.assignedIds, MAX_LISTED).map(
      customerId === undefined || record.linkedCustomerIds.has(customerId) ? asIs : withoutEmail,
    ),
    total: objects.charges.length,
    problems: failures.map(({ failure }) => failure),
  };
}

/** What a person links or assigns to a deal, by the id that they gave. */
type WantedId = Wanted & { readonly id: string };

/**
 * What a link or an assignment takes to a deal, and from where, by whatever evidence it counts there: also by
 * what names it through its invoice, subscription, checkout or customer, and by the email of a guest.
 */
export async function takingsOf(
  ports: Ports,
  deal: RecordClaims,
  wanted: readonly WantedId[],
): Promise<readonly Taking[]> {
  const reading = createReading(ports.stripe, { follow: followUps });
  await reading.run(
    wanted.flatMap((each) =>
      'customerId' in each ? customerSteps(each.customerId) : objectSteps([each.id]),
    ),
  );
  const { objects, failures } = reading.result();
  // With a key that may not read everything, no figures are saved that could be wrong.
  const failure = failures.find(({ code }) => code !== 'stripe-permission');
  if (failure !== undefined) throw failure;
  if (holdsNothing(objects)) return [];
  const payers = await payersOfObjects(ports, objects, []);
  const deals = await dealsOf(ports, deal, objects, payers);
  return wanted.flatMap((each) =>
    takenBy(objects, { deals, payers }, deal, each).map((taken) => ({ ...taken, by: each.id })),
  );
}
