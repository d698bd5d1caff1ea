import type { PageOptions, SetupPage } from './setup-page.tsx';
import { effects, NEVER } from './setup-page.tsx';
import { Tabs } from '@hubspot/ui-extensions';
import type { HealthReport, SetupReport } from '@stripe-payments/core';
import { PROPERTY_NAMES, propertyChanges, REQUIRED_SCOPES } from '@stripe-payments/core';
import { charge } from '../builders/charge.ts';
import { BEHIND, healthy, NOT_SET_UP, PARTIAL } from '../builders/health-report.ts';
import { recordView } from '../builders/record-view.ts';
import { valuesOfView } from '../builders/saved-properties.ts';
import { failure } from '../builders/replies.ts';
import { crmCheck, unreadable, usableKey } from '../builders/setup-report.ts';
import { applied, checked, previewed, refusedStep } from '../builders/setup-replies.ts';
import {
  archived,
  changed,
  fresh,
  keyOf,
  keyWith,
  objectsOf,
  propertiesOf,
  stepsOf,
} from '../builders/setup-states.ts';
import { fire } from '../cards/fire.ts';
import { foundRecord } from './found-record.ts';

/** A state of the page: what it is opened with, and what a person does there. */
export interface PageState {
  readonly name: string;
  readonly options: PageOptions;
  readonly act?: (page: SetupPage) => Promise<void>;
}

/** What stands on the page in the words of others: Stripe's, HubSpot's, people's. */
export const WORDS_OF_OTHERS = ['Stripe said no.', 'Property is in use.', 'Rate limit reached.'];
const [STRIPE = '', CRM = '', SEARCH = ''] = WORDS_OF_OTHERS;

const reported = (
  name: string,
  changes: Partial<SetupReport>,
  rest: PageOptions = {},
): PageState => ({
  name,
  options: { checks: [checked(changes)], ...rest },
});

const missing = { status: 'missing', detail: STRIPE } as const;
const FRESH = checked({ properties: propertiesOf(fresh) });
const first = stepsOf(fresh).slice(0, 14);

const option = (value: string, label: string) => ({ value, label, displayOrder: 0, hidden: false });

const everyDifference = objectsOf({
  deal: changed({
    stripe_mode: { label: 'Modus', description: '', options: [option('live', 'Echt')] },
    stripe_net_amount: { type: 'string', fieldType: 'text', currencyPropertyName: null },
    stripe_customer_id: { groupName: 'other_app' },
    stripe_payment_status: { groupName: 'other_app', options: [] },
  }),
  contact: archived('stripe_mode'),
});

/** More than are listed one by one, and few enough for one run. */
const relabelled = objectsOf({
  deal: changed(
    Object.fromEntries(PROPERTY_NAMES.slice(0, 12).map((name) => [name, { label: 'Anders' }])),
  ),
});
const RELABELLED = checked({ properties: propertiesOf(relabelled) });

const everyScope = REQUIRED_SCOPES.map(({ name }, index) => ({
  name,
  status: (['missing', 'unknown', 'granted'] as const)[index % 3] ?? 'granted',
}));

const ofOtherMode = (['deal', 'contact', 'company'] as const).map((objectType, index) => ({
  objectType,
  synced: index + 1,
  ofOtherMode: index + 1,
}));

const CHECKS: readonly PageState[] = [
  { name: 'checking', options: { checks: [] } },
  { name: 'a check that failed', options: { checks: [failure('timeout')] } },
  reported('ready', {}, { search: () => [foundRecord(1)] }),
  reported('no key', { stripeKey: { status: 'unusable', error: { code: 'not-configured' } } }),
  reported('a full key', { stripeKey: usableKey({ kind: 'full' }) }),
  reported('lacking permissions', {
    stripeKey: keyWith({
      charge_read: missing,
      balance_read: missing,
      plan_read: { status: 'unknown', detail: STRIPE },
    }),
  }),
  reported('the wrong profile', {}, { variables: { STRIPE_MODE: 'live' } }),
  reported('more asked later', { stripeKey: keyOf({}, { eventuallyDue: ['email'] }) }),
  reported('in review', { stripeKey: keyOf({}, { pendingVerification: ['tax_id'] }) }),
  reported('reviewed', { stripeKey: keyOf({}, { disabledReason: 'under_review' }) }),
  reported('action needed', {
    stripeKey: keyOf(
      { payoutsEnabled: false, name: null, country: null },
      {
        currentlyDue: ['person_1.dob.day', 'first_name'],
        pastDue: ['external_account'],
        deadlineSeconds: 1_795_368_600,
        disabledReason: 'requirements.past_due',
        errors: [STRIPE],
      },
    ),
  }),
  reported('stopped', { stripeKey: keyOf({ chargesEnabled: false }) }),
  reported('an account that is not readable', {
    stripeKey: usableKey({
      account: { isReadable: false, error: { code: 'stripe-permission', detail: STRIPE } },
      settlementCurrencies: { isReadable: true, codes: [] },
    }),
  }),
  reported('HubSpot not readable', { crm: unreadable, properties: unreadable }),
  reported('scopes missing, details not readable', {
    crm: crmCheck({ scopes: everyScope, account: unreadable }),
  }),
  reported('the other mode', {
    crm: crmCheck({ records: { isReadable: true, counts: ofOtherMode } }),
  }),
  reported('fresh', { properties: propertiesOf(fresh) }),
  reported('different', { properties: propertiesOf(everyDifference) }),
  reported('no records', {}, { search: () => [] }),
  reported('searching', {}, { search: () => 'searching' }),
  reported('a search that failed', {}, { search: () => new Error(SEARCH) }),
];

const applying = (name: string, ...changes: readonly unknown[]): PageState => ({
  name,
  options: { checks: [FRESH, FRESH], changes },
  act: (page) => page.click('apply'),
});

const previewing = (name: string, ...previews: readonly unknown[]): PageState => ({
  name,
  options: { checks: [FRESH], previews, search: () => [foundRecord(1), foundRecord(2)] },
  act: (page) => page.click('preview-1'),
});

const view = recordView([charge()]);
const part = recordView([], {
  coverage: { contactsCovered: 12, contactsTotal: 50 },
  continuation: 'token',
});

const DEEDS: readonly PageState[] = [
  {
    name: 'an old report',
    options: { checks: [checked(), failure('hubspot-unreachable', { requestId: 'run_1' })] },
    act: (page) => page.click('check-again'),
  },
  applying('applying', NEVER),
  applying('stopped half-way', applied(first), undefined),
  applying('too slow', applied([], { left: first }), applied([], { left: first })),
  {
    name: 'refused steps',
    options: {
      checks: [RELABELLED, RELABELLED],
      changes: [
        applied([], {
          failed: stepsOf(relabelled).map((step) => refusedStep(step.split('/')[1] ?? '', CRM)),
        }),
      ],
    },
    act: (page) => page.click('apply'),
  },
  previewing('previewing', NEVER),
  previewing('previewing in parts', previewed([], part)),
  previewing('previewed', previewed(propertyChanges({}, valuesOfView(view)), view)),
  previewing('previewed without a change', previewed([])),
  previewing('a sync that would not work', failure('wrong-mode', { detail: STRIPE })),
];

const health = (name: string, options: PageOptions, click?: string): PageState => ({
  name: `health: ${name}`,
  options,
  act: async (page) => {
    fire(page.find(Tabs), 'onSelectedChange', 'health');
    await effects();
    if (click !== undefined) await page.click(click);
  },
});

const range = (records: readonly object[]) => ({
  ok: true,
  ...{
    eventsRead: 1,
    records,
    waiting: 0,
    isBeyondEvents: true,
    continuation: null,
    runLog: 'off' as const,
    stripeCalls: 9,
  },
});

const notSynced = {
  ...{ objectType: 'company', recordId: '7', status: 'failed' },
  error: { code: 'bad-id', detail: STRIPE },
};

const drifted: HealthReport['endpoint'] = {
  isReadable: true,
  status: 'other-secret',
  isEnabled: false,
  missingEvents: ['charge.updated'],
  extraEvents: ['payout.paid'],
  otherApiVersion: null,
};

const HEALTH: readonly PageState[] = [
  health('loading', { healths: [] }),
  health('fine', { healths: [healthy()] }),
  health('behind, with drift', {
    healths: [
      healthy({ events: BEHIND, hasWebhook: true, hasWorkflowAction: true, endpoint: drifted }),
    ],
  }),
  health('not set up', { healths: [healthy({ records: NOT_SET_UP })] }),
  health('partial', { healths: [healthy({ records: PARTIAL })] }),
  health('read only', { healths: [healthy()], permissions: [] }),
  health('catching up', { healths: [healthy()], steps: [] }, 'catch-up-now'),
  health('caught up', { healths: [healthy()], steps: [range([])] }, 'catch-up-now'),
  health('not all', { healths: [healthy()], steps: [range([notSynced])] }, 'catch-up-now'),
];

export const EVERY_STATE: readonly PageState[] = [...CHECKS, ...DEEDS, ...HEALTH];
