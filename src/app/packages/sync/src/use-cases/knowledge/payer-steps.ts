import type { Step } from '../reading/step.ts';
import { customerSteps, namingStep, thingSteps } from '../reading/step.ts';
import type { KnownPayer } from './payers.ts';

/** So many addresses are also asked for one by one, since a search is a minute behind. */
const MAX_LISTED = 10;

/** Asks for customers and guests by addresses. */
export function addressSteps(addresses: readonly string[]): readonly Step[] {
  if (addresses.length === 0) return [];
  const isListed = addresses.length <= MAX_LISTED;
  return [
    { kind: 'addresses', addresses, isListed },
    ...addresses.map((address): Step => ({ kind: 'guest', address })),
  ];
}

/** A link says who pays; only without one are customers looked for by address. */
export const unlinkedAddresses = (payers: readonly KnownPayer[]): readonly string[] => [
  ...new Set(
    payers
      .filter(({ linkedCustomerIds }) => linkedCustomerIds.size === 0)
      .flatMap((payer) => payer.writtenAddresses),
  ),
];

/** Where to look for what contacts and companies have paid. */
export function payerSteps(payers: readonly KnownPayer[]): readonly Step[] {
  const idsOf = (type: 'contact' | 'company'): readonly string[] =>
    payers.filter(({ objectType }) => objectType === type).map(({ recordId }) => recordId);
  return [
    ...payers.flatMap(({ linkedCustomerIds }) => [...linkedCustomerIds].flatMap(customerSteps)),
    ...payers.flatMap(({ assignedIds }) => thingSteps(assignedIds)),
    ...namingStep('contact', idsOf('contact')),
    ...namingStep('company', idsOf('company')),
    ...addressSteps(unlinkedAddresses(payers)),
    ...payers.flatMap(({ domains }) =>
      [...domains].map((domain): Step => ({ kind: 'domain', domain })),
    ),
  ];
}
