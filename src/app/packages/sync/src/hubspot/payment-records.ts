import type { ErrorCode, HubSpotFigures, Money, StoredProperties } from '@stripe-payments/core';
import { fromDecimal, PAYMENT_KEY } from '@stripe-payments/core';
import { askedAhead } from '../asked-ahead.ts';
import type { DealsByReference, HubSpotPaymentRecords } from '../hubspot-payments.ts';
import { gathered } from '../gathering.ts';
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

type References = ReadonlyMap<string, readonly string[]>;

/** @param records payment records with their references. */
const dealsOfRecords = (client: HubSpotClient, records: References): Promise<References> =>
  records.size === 0
    ? Promise.resolve(new Map())
    : associatedByPath(client, `${PATHS.ofPayments(KIND, 'deal')}/read`, [...records.keys()]);

/** @param deals of each of the records. */
function byReference(records: References, deals: References): DealsByReference {
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
  wanted: readonly string[],
): Promise<DealsByReference> {
  const parts = inParts(wanted, MAX_REFERENCES).map((part) => referenced(client, part));
  const records = new Map(
    (await Promise.all(parts)).flatMap((found) =>
      [...found].map(([id, { references }]) => [id, references] as const),
    ),
  );
  return byReference(records, await dealsOfRecords(client, records));
}

const MAX_BATCH = 100;

/** Of the payment records on each of some deals, in their order. */
async function onDeals(
  client: HubSpotClient,
  dealIds: readonly string[],
): Promise<readonly DealsByReference[]> {
  const ids = await associatedByPath(client, `${PATHS.paymentsOf(KIND, 'deal')}/read`, dealIds);
  const all = [...new Set([...ids.values()].flat())];
  const parts = inParts(all, MAX_BATCH).map(async (part) => {
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
  const records = new Map((await Promise.all(parts)).flat());
  const deals = await dealsOfRecords(client, records);
  return dealIds.map((dealId) => {
    const own = new Set(ids.get(dealId));
    return byReference(new Map([...records].filter(([id]) => own.has(id))), deals);
  });
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

const isRefused = (error: unknown): boolean =>
  error instanceof SyncError && error.code === 'hubspot-permission';

/** Null without the scope. */
async function whereGranted<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isRefused(error)) return null;
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

/**
 * HubSpot's records of the payments that it took itself (object 0-101).
 * @param gather how long the question what is on a deal waits for others; undefined where it does not.
 */
export function createPaymentRecords(
  client: HubSpotClient,
  gather: (() => Promise<void>) | undefined,
): HubSpotPaymentRecords {
  const onDeal = gathered<string, DealsByReference>({
    wait: gather,
    groupOf: () => '',
    together: (dealIds) => onDeals(client, dealIds),
    alone: async (dealId) => {
      const [found = new Map<string, readonly string[]>()] = await onDeals(client, [dealId]);
      return found;
    },
    isOfAll: isRefused,
  });
  const ahead = askedAhead(
    (dealId: string) => whereGranted(onDeal(dealId)),
    (dealId) => dealId,
  );
  return {
    begin: ahead.begin,
    onDeal: ahead.ask,
    dealsOf: (references) =>
      whereGranted(ifSearchable<DealsByReference>(dealsOf(client, references), new Map())),
    figuresOf: (references) => whereGranted(ifSearchable(figuresOf(client, references), null)),
  };
}
