import type { RecordClaims } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import type { SyncError } from '../../sync-error.ts';
import { ownSteps } from '../knowledge/gather-deal.ts';
import { unlinkedAddresses } from '../knowledge/payer-steps.ts';
import type { KnownPayer } from '../knowledge/payers.ts';
import { createReading } from '../reading/reading.ts';
import type { Step } from '../reading/step.ts';
import { namingStep, thingSteps } from '../reading/step.ts';
import { passesWithTime } from './passes-with-time.ts';
import type { Unit } from './unit.ts';
import { unitsIn } from './unit.ts';

/** What a look around has found: names of what is to be read. */
export interface Discovery {
  readonly units: readonly Unit[];
  readonly failures: readonly SyncError[];
  readonly isSearchUnavailable: boolean;
}

async function discover(
  { stripe }: Ports,
  linked: readonly Unit[],
  steps: readonly Step[],
): Promise<Discovery> {
  // What is found is read later, as a part of its unit.
  const reading = createReading(stripe, { follow: () => [] });
  await reading.run(steps);
  const { objects, failures, isSearchUnavailable } = reading.result();
  // Cut short, nothing of it counts: it is looked for again in the next slice.
  const passing = failures.find(passesWithTime);
  if (passing !== undefined) throw passing;
  return { units: [...linked, ...unitsIn(objects)], failures, isSearchUnavailable };
}

/** The company's own: linked, assigned, named, and customers of its domains. */
export const discoverOwn = (ports: Ports, company: RecordClaims): Promise<Discovery> =>
  discover(
    ports,
    [...company.linkedCustomerIds],
    [
      ...ownSteps(company),
      ...[...company.domains].map((domain): Step => ({ kind: 'domain', domain })),
    ],
  );

/** Who of a few contacts pays: each contact's link, else addresses; what is assigned or names them. */
export function discoverContacts(
  ports: Ports,
  contacts: readonly KnownPayer[],
): Promise<Discovery> {
  const addresses = unlinkedAddresses(contacts);
  return discover(
    ports,
    contacts.flatMap(({ linkedCustomerIds }) => [...linkedCustomerIds]),
    [
      ...namingStep(
        'contact',
        contacts.map(({ recordId }) => recordId),
      ),
      ...contacts.flatMap(({ assignedIds }) => thingSteps(assignedIds)),
      ...(addresses.length === 0
        ? []
        : [{ kind: 'addresses', addresses, isListed: false } satisfies Step]),
      ...addresses.map((address): Step => ({ kind: 'guest', address })),
    ],
  );
}
