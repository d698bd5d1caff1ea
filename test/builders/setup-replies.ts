import type {
  ApplySetupReply,
  CheckSetupReply,
  FailedStep,
  PreviewSyncReply,
  PropertyChange,
  RecordView,
  SetupReport,
  SetupStepId,
} from '@stripe-payments/core';
import { recordView } from './record-view.ts';
import { setupReport } from './setup-report.ts';

export const checked = (changes: Partial<SetupReport> = {}): CheckSetupReply => ({
  ok: true,
  report: setupReport(changes),
});

type Applied = Extract<ApplySetupReply, { readonly action: 'apply' }>;

export const applied = (
  done: readonly string[],
  rest: {
    readonly failed?: readonly FailedStep[];
    readonly left?: readonly string[];
  } = {},
): Applied => ({
  ok: true,
  action: 'apply',
  done: done as readonly SetupStepId[],
  failed: rest.failed ?? [],
  left: (rest.left ?? []) as readonly SetupStepId[],
});

/** A property of deals that HubSpot did not take, or kept, in its own words. */
export const refusedStep = (name: string, detail: string): FailedStep => ({
  objectType: 'deal',
  name,
  error: { code: 'hubspot-refused', detail },
});

export const previewed = (
  changes: readonly PropertyChange[],
  view: RecordView = recordView([]),
): PreviewSyncReply => ({ ok: true, changes, view });
