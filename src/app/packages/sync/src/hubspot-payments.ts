import type { Charge, HubSpotFigures } from '@stripe-payments/core';
import type { ObjectSink, PaymentSource } from './ports.ts';
import { SyncError } from './sync-error.ts';

/** The deals of HubSpot's payment records, by each reference of a payment that has a record. */
export type DealsByReference = ReadonlyMap<string, readonly string[]>;

export interface HubSpotPaymentRecords {
  /** Null where the app may not read payment records: their scope is optional. */
  dealsOf(references: readonly string[]): Promise<DealsByReference | null>;
  /** Asks what is on a deal, for the next `onDeal` of it. */
  begin(dealId: string): void;
  /** Of the payment records on one deal, which may be on others too; null as above. */
  onDeal(dealId: string): Promise<DealsByReference | null>;
  /**
   * What the one payment record says that has one of the references; null where none or several have one, or as
   * above.
   */
  figuresOf(references: readonly string[]): Promise<HubSpotFigures | null>;
}

/** Kept between invocations of a warm process. */
export interface PaymentRecordsMemory {
  /** True after a refusal: a deal alone is no reason to ask again. */
  isRefused?: boolean;
}

const isPaymentId = (reference: string): boolean => /^(?:pi|ch|py)_[A-Za-z0-9]+$/.test(reference);

const isGone = (error: unknown): boolean =>
  error instanceof SyncError && (error.code === 'unknown-payment' || error.code === 'wrong-mode');

const referencesOf = ({ id, paymentIntentId, hubSpotPayment }: Charge): readonly string[] =>
  [id, paymentIntentId, hubSpotPayment?.guid].filter((each) => typeof each === 'string');

/** What HubSpot's own record says of a charge; null, without a call, for a charge that HubSpot did not take. */
export async function hubSpotFiguresOf(
  records: HubSpotPaymentRecords,
  charge: Charge,
): Promise<HubSpotFigures | null> {
  const { hubSpotPayment } = charge;
  if (hubSpotPayment === null || hubSpotPayment.record === 'no-access') return null;
  return records.figuresOf(referencesOf(charge));
}

/** True for a charge that HubSpot took, and whose deal nothing else names. */
const isOpen = ({ hubSpotPayment, recordClaims }: Charge): boolean =>
  hubSpotPayment !== null && !recordClaims.some(({ objectType }) => objectType === 'deal');

function tied(charge: Charge, deals: DealsByReference | null): Charge {
  const { hubSpotPayment } = charge;
  if (hubSpotPayment === null) return charge;
  if (deals === null)
    return { ...charge, hubSpotPayment: { ...hubSpotPayment, record: 'no-access' } };
  const ids = new Set(referencesOf(charge).flatMap((reference) => deals.get(reference) ?? []));
  if (ids.size === 0) return charge;
  const claims = [...ids].map((recordId) => ({ objectType: 'deal', recordId }) as const);
  return {
    ...charge,
    hubSpotPayment: { ...hubSpotPayment, record: 'tied' },
    recordClaims: [...charge.recordClaims, ...claims],
  };
}

/**
 * Stripe, where a charge that HubSpot's own connection took names the deal of HubSpot's payment record, as
 * if its metadata did: HubSpot writes the one and the other. Costs no call where there is no such charge.
 */
export function withHubSpotPayments(
  source: PaymentSource,
  records: HubSpotPaymentRecords,
  memory: PaymentRecordsMemory,
): PaymentSource {
  const withDeals = async (charges: readonly Charge[]): Promise<readonly Charge[]> => {
    const open = charges.filter(isOpen);
    if (open.length === 0) return charges;
    const references = [...new Set(open.flatMap(referencesOf))];
    const deals = await records.dealsOf(references);
    memory.isRefused = deals === null;
    return charges.map((charge) => (isOpen(charge) ? tied(charge, deals) : charge));
  };
  /** Payments of the payment records on a deal. */
  const ofDeal = async (dealId: string, sink: ObjectSink): Promise<void> => {
    if (memory.isRefused === true) return;
    const deals = await records.onDeal(dealId);
    memory.isRefused = deals === null;
    await Promise.all(
      [...(deals?.keys() ?? [])].filter(isPaymentId).map(async (reference) => {
        try {
          const charges = await source.chargesOfPayment(reference);
          sink({
            charges: charges.map((charge) => (isOpen(charge) ? tied(charge, deals) : charge)),
          });
        } catch (error) {
          // Of the other mode, or deleted test data: no payment of this account.
          if (!isGone(error)) throw error;
        }
      }),
    );
  };
  /** Hands on what a read brought also where it failed later. */
  const through = async <T>(
    sink: ObjectSink,
    read: (sink: ObjectSink) => Promise<T>,
  ): Promise<T> => {
    const found: Parameters<ObjectSink>[0][] = [];
    try {
      return await read((objects) => {
        if (objects.charges?.some(isOpen) === true) found.push(objects);
        else sink(objects);
      });
    } finally {
      for (const objects of found) {
        sink({ ...objects, charges: await withDeals(objects.charges ?? []) });
      }
    }
  };
  return {
    ...source,
    chargesOfCustomer: (customerId, sink, part) =>
      through(sink, (into) => source.chargesOfCustomer(customerId, into, part)),
    findByMetadata: async (objectType, recordIds, sink) => {
      const [dealId] = objectType === 'deal' ? recordIds : [];
      const [outcome] = await Promise.all([
        through(sink, (into) => source.findByMetadata(objectType, recordIds, into)),
        dealId === undefined ? undefined : ofDeal(dealId, sink),
      ]);
      return outcome;
    },
    chargesOfPayment: async (paymentId) => withDeals(await source.chargesOfPayment(paymentId)),
  };
}
