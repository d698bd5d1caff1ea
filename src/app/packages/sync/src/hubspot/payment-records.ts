import type { ErrorCode, HubSpotFigures, Money, StoredProperties } from '@stripe-payments/core';
import { fromDecimal, PAYMENT_KEY } from '@stripe-payments/core';
import { askedAhead } from '../asked-ahead.ts';
import type { DealsByReference, HubSpotPaymentRecords } from '../hubspot-payments.ts';
import { SyncError } from '../sync-error.ts';
import { associatedByPath } from './associations.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { checkAnswered, inParts, nextAfter, recordsShape } from './pages.ts';

const KIND = 'hubspot-payments';
const PAYMENTS = PATHS.payments(KIND);

/** Which of them has Stripe's id is not documented: both are compared. */
const REFERENCES = ['hs_payment_id', 'hs_reference_number'] as const;

/** References of one search, asked for in two properties: its body stays below 3,000 characters. */
const MAX_REFERENCES = 24;

const MAX_PAGE = 200;

/** An account without these properties, or whose search does not take them. */
const UNSEARCHABLE: ReadonlySet<ErrorCode> = new Set(['not-set-up', 'hubspot-refused']);

interface Referenced {
  /** Those of the wanted references that it has. */
  readonly references: readonly string[];
  readonly properties: StoredProperties;
}

/** Payment records that have one of the references. */
async function referenced(
  client: HubSpotClient,
  references: readonly string[],
  properties: readonly string[] = [],
): Promise<ReadonlyMap<string, Referenced>> {
  const wanted = new Set(references);
  const found = new Map<string, Referenced>();
  const seen = new Set<string>();
  // IN compares text in lower case.
  const values = references.map((reference) => reference.toLowerCase());
  let after: string | undefined;
  do {
    const page = await client.ask(recordsShape, {
      path: `${PAYMENTS}/search`,
      body: {
        filterGroups: REFERENCES.map((propertyName) => ({
          filters: [{ propertyName, operator: 'IN', values }],
        })),
        properties: [...REFERENCES, ...properties],
        limit: MAX_PAGE,
        ...(after === undefined ? {} : { after }),
      },
    });
    for (const { id, properties: stored } of page.results) {
      const own = REFERENCES.flatMap((name) => stored[name] ?? []);
      const ofThese = own.filter((reference) => wanted.has(reference));
      found.set(id, { references: ofThese, properties: stored });
    }
    after = nextAfter(page, seen);
  } while (after !== undefined);
  return found;
}

/** @param records payment records with their references. */
async function byReference(
  client: HubSpotClient,
  records: ReadonlyMap<string, readonly string[]>,
): Promise<DealsByReference> {
  if (records.size === 0) return new Map();
  const deals = await associatedByPath(client, `${PATHS.ofPayments(KIND, 'deal')}/read`, [
    ...records.keys(),
  ]);
  const found = new Map<string, readonly string[]>();
  for (const [id, references] of records) {
    for (const reference of references) {
      const before = found.get(reference) ?? [];
      found.set(reference, [...new Set([...before, ...(deals.get(id) ?? [])])]);
    }
  }
  return found;
}

async function dealsOf(
  client: HubSpotClient,
  references: readonly string[],
): Promise<DealsByReference> {
  const parts = inParts(references, MAX_REFERENCES).map((part) => referenced(client, part));
  const records = (await Promise.all(parts)).flatMap((found) =>
    [...found].map(([id, record]) => [id, record.references] as const),
  );
  return byReference(client, new Map(records));
}

const MAX_BATCH = 100;

async function onDeal(client: HubSpotClient, dealId: string): Promise<DealsByReference> {
  const ids = await associatedByPath(client, `${PATHS.paymentsOf(KIND, 'deal')}/read`, [dealId]);
  const parts = inParts(ids.get(dealId) ?? [], MAX_BATCH).map(async (part) => {
    const answer = await client.ask(recordsShape, {
      path: `${PAYMENTS}/batch/read`,
      body: {
        inputs: part.map((id) => ({ id })),
        properties: [...REFERENCES, PAYMENT_KEY],
        propertiesWithHistory: [],
      },
    });
    checkAnswered(
      part,
      answer.results.map(({ id }) => id),
      answer,
    );
    // Those that this app made itself say nothing that it does not know.
    const ofHubSpot = answer.results.filter(({ properties }) => !properties[PAYMENT_KEY]);
    return ofHubSpot.map(
      ({ id, properties }) => [id, REFERENCES.flatMap((name) => properties[name] ?? [])] as const,
    );
  });
  return byReference(client, new Map((await Promise.all(parts)).flat()));
}

/** Amount by the property with its currency: `hs_net_amount` is the gross where HubSpot knows no fee. */
const FIGURES = {
  hs_initial_amount: 'hs_currency_code',
  hs_refunds_amount: 'hs_currency_code',
  hs_fees_amount: 'hs_currency_code',
  hs_net_amount: 'hs_currency_code',
  hs_platform_fee: 'hs_currency_code',
  hs_fees_amount_in_settlement_currency: 'hs_settlement_currency_code',
  hs_net_amount_in_settlement_currency: 'hs_settlement_currency_code',
  hs_platform_fee_in_settlement_currency: 'hs_settlement_currency_code',
} as const;

const FIGURE_NAMES = [...new Set(Object.entries(FIGURES).flat())];

function figuresIn(properties: StoredProperties): HubSpotFigures {
  const amounts = (...names: readonly (keyof typeof FIGURES)[]): readonly Money[] =>
    names.flatMap((name) => {
      const currency = (properties[FIGURES[name]] ?? '').toLowerCase();
      return fromDecimal(properties[name] ?? '', currency) ?? [];
    });
  const [platformFee = null] = amounts('hs_platform_fee', 'hs_platform_fee_in_settlement_currency');
  return {
    amount: amounts('hs_initial_amount'),
    refunded: amounts('hs_refunds_amount'),
    // That of the settlement first: it is Stripe's.
    fees: amounts('hs_fees_amount_in_settlement_currency', 'hs_fees_amount'),
    net: amounts('hs_net_amount_in_settlement_currency', 'hs_net_amount'),
    platformFee,
  };
}

async function figuresOf(
  client: HubSpotClient,
  references: readonly string[],
): Promise<HubSpotFigures | null> {
  const found = await referenced(client, references, FIGURE_NAMES);
  const [record, ...others] = [...found.values()].filter((each) => each.references.length > 0);
  return record === undefined || others.length > 0 ? null : figuresIn(record.properties);
}

/** Null without the scope. */
async function whereGranted<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SyncError && error.code === 'hubspot-permission') return null;
    throw error;
  }
}

async function ifSearchable<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SyncError && UNSEARCHABLE.has(error.code)) return otherwise;
    throw error;
  }
}

/** HubSpot's records of the payments that it took itself (object 0-101). */
export function createPaymentRecords(client: HubSpotClient): HubSpotPaymentRecords {
  const onDeals = askedAhead(
    (dealId: string) => whereGranted(onDeal(client, dealId)),
    (dealId) => dealId,
  );
  return {
    begin: onDeals.begin,
    onDeal: onDeals.ask,
    dealsOf: (references) =>
      whereGranted(ifSearchable<DealsByReference>(dealsOf(client, references), new Map())),
    figuresOf: (references) => whereGranted(ifSearchable(figuresOf(client, references), null)),
  };
}
