import type { CheckHealthReply, Failure, HealthReport, RecordsKept } from '@stripe-payments/core';
import { OBJECT_TYPES } from '@stripe-payments/core';

const NOW_MS = Date.parse('2026-11-22T12:00:00Z');
const HOUR_MS = 3_600_000;

export const keptRecords = (changes: Partial<RecordsKept> = {}): HealthReport['records'] =>
  OBJECT_TYPES.map((objectType) => ({
    objectType,
    kept: {
      isReadable: true,
      ...{ synced: 12, failed: 0, feesPending: 0 },
      ...{ newestSyncMs: NOW_MS - HOUR_MS, oldestSyncMs: NOW_MS - 100 * HOUR_MS },
      ...changes,
    },
  }));

/** An account in which every record is current. */
const healthReport = (changes: Partial<HealthReport> = {}): HealthReport => ({
  asOfMs: NOW_MS,
  records: keptRecords(),
  events: {
    isReadable: true,
    newestMs: NOW_MS - 2 * HOUR_MS,
    sinceSync: 0,
    oldestSinceSyncMs: null,
  },
  runLog: {
    isReadable: true,
    isOn: false,
    last: null,
    month: { reads: 0, runs: 0, isAll: true },
  },
  pipelines: {
    isReadable: true,
    pipelines: [
      {
        id: 'default',
        label: 'Sales Pipeline',
        stages: [
          { id: 'contractsent', label: 'Contract Sent' },
          { id: 'closedwon', label: 'Closed Won' },
        ],
      },
      { id: '77', label: 'Renewals', stages: [{ id: '771', label: 'Renewed' }] },
    ],
  },
  lists: {
    isReadable: true,
    isAll: true,
    lists: [
      { id: '301', label: 'Big deals', objectType: 'deal' },
      { id: '302', label: 'Newsletter', objectType: 'contact' },
    ],
  },
  hasWebhook: false,
  hasWorkflowAction: false,
  endpoint: {
    ...{ isReadable: true, status: 'none', isEnabled: false },
    ...{ missingEvents: [], extraEvents: [], otherApiVersion: null },
  },
  ...changes,
});

export const healthy = (changes: Partial<HealthReport> = {}): CheckHealthReply => ({
  ok: true,
  report: healthReport(changes),
});

/** The counts of these types could not be read. */
const without = (code: Failure['code'], types: readonly string[]): HealthReport['records'] =>
  keptRecords().map((record) =>
    types.includes(record.objectType)
      ? { ...record, kept: { isReadable: false, error: { code } } }
      : record,
  );

export const NOT_SET_UP = without('not-set-up', OBJECT_TYPES);
export const PARTIAL = without('hubspot-rate-limited', ['contact']);

export const BEHIND: HealthReport['events'] = {
  isReadable: true,
  newestMs: NOW_MS - 10 * 60_000,
  sinceSync: 100,
  oldestSinceSyncMs: NOW_MS - 50 * 60_000,
};
