import type { AdoptedLink, Adoption } from '@stripe-payments/core';
import { adoptionsOf, CUSTOMER_ID_PREFIXES, parseIds } from '@stripe-payments/core';
import type { PaymentSource, PropertyVersion } from '../../ports.ts';
import type { SyncError } from '../../sync-error.ts';
import { asSyncError } from '../../sync-error.ts';
import { changeIds } from '../change-ids.ts';
import type { AdoptPorts, LinkSource } from './adopt-ports.ts';
import { checkSource } from './find-sources.ts';

const OWN = 'stripe_customer_id';

/**
 * Of one run. The oldest records come first, so that those of a run are the newest that changed: a
 * catch-up reads as many of them.
 */
const MAX_LINKED = 1_000;

/** Read again together right before they are written. */
const AT_ONCE = 20;

/** What an adoption would do, or has done. */
export interface AdoptionPlan {
  readonly source: LinkSource;
  readonly links: readonly AdoptedLink[];
  /** To link after this run: neither Stripe nor the history was asked for them yet. */
  readonly later: number;
}

async function knownAt(stripe: PaymentSource, id: string): Promise<Adoption> {
  try {
    await stripe.customer(id);
    return 'to-link';
  } catch (error) {
    const { code } = asSyncError(error);
    if (code === 'unknown-customer' || code === 'wrong-mode') return code;
    throw error;
  }
}

/** @throws {SyncError} where Stripe does not say of all of them. */
async function checkedAtStripe({ stripe }: AdoptPorts, link: AdoptedLink): Promise<AdoptedLink> {
  const known = await Promise.all(link.customerIds.map((id) => knownAt(stripe, id)));
  return { ...link, adoption: known.find((each) => each !== 'to-link') ?? 'to-link' };
}

const hasHad = (versions: readonly PropertyVersion[], ids: readonly string[]): boolean =>
  versions.some(({ value }) =>
    parseIds(value, CUSTOMER_ID_PREFIXES).ids.some((id) => ids.includes(id)),
  );

/** What a person took away stays away. */
async function withoutRemoved(
  { crm }: AdoptPorts,
  { objectType }: LinkSource,
  links: readonly AdoptedLink[],
): Promise<readonly AdoptedLink[]> {
  const ids = links.map(({ recordId }) => recordId);
  const histories = await crm.histories(objectType, ids, [OWN]);
  return links.map((link) => {
    const [own] = histories.get(link.recordId) ?? [];
    return hasHad(own?.versions ?? [], link.customerIds) ? { ...link, adoption: 'removed' } : link;
  });
}

/**
 * What an adoption of the property would do, to every record that has a value in it. Writes nothing.
 * @throws {SyncError} where not all of it could be read.
 */
export async function planAdoption(ports: AdoptPorts, source: LinkSource): Promise<AdoptionPlan> {
  const { objectType, property } = source;
  await checkSource(ports, source);
  const names = [property, OWN];
  const records = await ports.scan.everyHaving(objectType, names, names);
  const links = adoptionsOf(
    [...records].map(([recordId, stored]) => ({
      recordId,
      written: stored[property] ?? null,
      own: stored[OWN] ?? null,
    })),
  );
  const toLink = links.filter(({ adoption }) => adoption === 'to-link');
  const ofRun = toLink.slice(0, MAX_LINKED);
  const unremoved = await withoutRemoved(ports, source, ofRun);
  const checked = await Promise.all(
    unremoved.map((link) =>
      link.adoption === 'to-link' ? checkedAtStripe(ports, link) : Promise.resolve(link),
    ),
  );
  const left = links.filter(({ adoption }) => adoption !== 'to-link');
  return { source, links: [...left, ...checked], later: toLink.length - ofRun.length };
}

export interface AdoptionDone {
  /** Records that were linked. */
  readonly linked: readonly string[];
  /** Records that changed since the plan, or are gone: left as they are. */
  readonly skipped: readonly string[];
  /** Why it stopped before the end; null where it did not. */
  readonly error: SyncError | null;
}

/** Links one record, where both properties are still as planned. */
async function adoptOne(
  ports: AdoptPorts,
  { objectType, property }: LinkSource,
  { recordId, customerIds }: AdoptedLink,
): Promise<boolean> {
  const { stored, versions } = await ports.crm.saved(
    { objectType, recordId },
    [property, OWN],
    OWN,
  );
  const now = parseIds(stored[property] ?? null, CUSTOMER_ID_PREFIXES);
  const isAsPlanned =
    now.rejected.length === 0 &&
    now.ids.join() === customerIds.join() &&
    (stored[OWN] ?? '').trim() === '' &&
    !hasHad(versions, customerIds);
  if (!isAsPlanned) return false;
  let before = stored;
  for (const id of customerIds) {
    const change = { action: 'add', id } as const;
    const [made] = await changeIds(
      ports,
      { objectType, recordId },
      {
        property: OWN,
        stored: before,
        changes: [change],
      },
    );
    before = { ...before, [OWN]: made?.to ?? before[OWN] ?? null };
  }
  return true;
}

/**
 * Writes what was planned into the app's own property, a few records at a time. Each is read again
 * right before; killed at any moment, the same again goes on where it was.
 */
export async function adoptLinks(
  ports: AdoptPorts,
  { source, links }: AdoptionPlan,
  onProgress: (settled: number) => void,
): Promise<AdoptionDone> {
  const toLink = links.filter(({ adoption }) => adoption === 'to-link');
  const linked: string[] = [];
  const skipped: string[] = [];
  for (let start = 0; start < toLink.length; start += AT_ONCE) {
    const failures: SyncError[] = [];
    await Promise.all(
      toLink.slice(start, start + AT_ONCE).map(async (link) => {
        try {
          const isLinked = await adoptOne(ports, source, link);
          (isLinked ? linked : skipped).push(link.recordId);
        } catch (error) {
          const failure = asSyncError(error);
          if (failure.code === 'record-not-found') skipped.push(link.recordId);
          else failures.push(failure);
        }
      }),
    );
    onProgress(linked.length + skipped.length);
    const [error] = failures;
    if (error !== undefined) return { linked, skipped, error };
  }
  return { linked, skipped, error: null };
}
