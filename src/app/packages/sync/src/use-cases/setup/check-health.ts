import type {
  CheckResult,
  EventsSeen,
  HealthReport,
  ObjectType,
  RecordsKept,
  WebhookEndpoint,
} from '@stripe-payments/core';
import { epochMsFromText, OBJECT_TYPES, WEBHOOK_EVENTS, webhookDrift } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import { tryRead, unreadable } from './failures.ts';
import type { SetupPorts, StripeInspector } from './setup-ports.ts';

const SYNCED_AT = 'stripe_last_synced_at';

async function countKept({ crm }: SetupPorts, objectType: ObjectType): Promise<RecordsKept> {
  const [newest, oldest, failed, feesPending] = await Promise.all([
    crm.firstRecord(objectType, SYNCED_AT, 'DESCENDING'),
    crm.firstRecord(objectType, SYNCED_AT, 'ASCENDING'),
    crm.countRecords(objectType, 'stripe_sync_error'),
    crm.countRecords(objectType, 'stripe_fee_status', 'pending'),
  ]);
  return {
    synced: newest.total,
    failed,
    feesPending,
    newestSyncMs: epochMsFromText(newest.value ?? '') ?? null,
    oldestSyncMs: epochMsFromText(oldest.value ?? '') ?? null,
  };
}

/** HubSpot refuses a search for a property that does not exist, in words that could be about anything. */
async function readKept(ports: SetupPorts, objectType: ObjectType): Promise<RecordsKept> {
  try {
    return await countKept(ports, objectType);
  } catch (error) {
    if (!(error instanceof SyncError) || error.code !== 'hubspot-refused') throw error;
    const { live } = await ports.schema.read(objectType);
    const isSetUp = live.some(({ name }) => name === SYNCED_AT);
    throw isSetUp ? error : new SyncError('not-set-up');
  }
}

type Kept = HealthReport['records'];

async function seeEvents(stripe: StripeInspector, reading: Promise<Kept>): Promise<EventsSeen> {
  const [momentsMs, records] = await Promise.all([stripe.newestEventsMs(), reading]);
  const newestSyncMs = Math.max(
    0,
    ...records.map(({ kept }) => (kept.isReadable ? (kept.newestSyncMs ?? 0) : 0)),
  );
  const since = momentsMs.filter((ms) => ms > newestSyncMs);
  return {
    newestMs: momentsMs[0] ?? null,
    sinceSync: since.length,
    oldestSinceSyncMs: since.at(-1) ?? null,
  };
}

async function seeEndpoint(stripe: StripeInspector): Promise<WebhookEndpoint> {
  const endpoints = await stripe.webhookEndpoints();
  const found = endpoints.find(({ isCurrent }) => isCurrent) ?? endpoints[0];
  if (found === undefined) {
    const missingEvents = [...WEBHOOK_EVENTS];
    return {
      status: 'none',
      isEnabled: false,
      missingEvents,
      extraEvents: [],
      otherApiVersion: null,
    };
  }
  const { isCurrent, isEnabled, otherApiVersion } = found;
  const { missing, extra } = webhookDrift(found);
  return {
    status: isCurrent ? 'current' : 'other-secret',
    isEnabled,
    missingEvents: [...missing],
    extraEvents: [...extra],
    otherApiVersion,
  };
}

/** Of the calendar month, in UTC. */
function monthStartMs(nowMs: number): number {
  const now = new Date(nowMs);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
}

/** Reads whether the records are kept current, and changes nothing. One part never hides the others. */
export async function checkHealth(ports: SetupPorts): Promise<HealthReport> {
  const { stripe, clock, hasWebhook, hasWorkflowAction } = ports;
  const reading = Promise.all(
    OBJECT_TYPES.map(async (objectType) => ({
      objectType,
      kept: await tryRead('hubspot', readKept(ports, objectType)),
    })),
  );
  const ofStripe = <T extends object>(
    read: (inspector: StripeInspector) => Promise<T>,
  ): Promise<CheckResult<T>> =>
    stripe instanceof SyncError
      ? Promise.resolve(unreadable(stripe.failure))
      : tryRead('stripe', read(stripe));
  const nowMs = clock.nowMs();
  const [records, runLog, deletedPayments, pipelines, lists, events, endpoint] = await Promise.all([
    reading,
    tryRead('hubspot', ports.runLog.read(monthStartMs(nowMs))),
    tryRead('hubspot', ports.paymentObject.deleted()),
    tryRead('hubspot', ports.crm.dealPipelines()),
    tryRead('hubspot', ports.crm.recordLists()),
    ofStripe((inspector) => seeEvents(inspector, reading)),
    ofStripe(seeEndpoint),
  ]);
  const options = { pipelines, lists };
  const doors = { hasWebhook, hasWorkflowAction, endpoint };
  return { asOfMs: nowMs, records, runLog, deletedPayments, events, ...options, ...doors };
}
