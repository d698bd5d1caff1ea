import { ACTIONS_CARD } from '../card-page.tsx';
import { effects, openExtension, parametersOf } from '../extension-life.tsx';
import { Button, DateInput, Input, LoadingButton, Panel, Select } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type {
  AskedFor,
  BillingPrepared,
  PaymentRequest,
  RequestBasis,
  RequestOverview,
  RequestPrepared,
  RequestStanding,
} from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import type { SavedProperties } from '../../builders/saved-properties.ts';
import { fire } from '../fire.ts';
import { textsIn } from '../texts-in.ts';
import { valueStore } from '../value-store.ts';

export const standing = (overrides: Partial<RequestStanding> = {}): RequestStanding => ({
  outstanding: money(470_000, 'usd'),
  asked: [],
  refunded: null,
  lost: null,
  reviewCount: 0,
  asOfMs: null,
  problem: null,
  ...overrides,
});

export const askedFor = (overrides: Partial<AskedFor> = {}): AskedFor => ({
  kind: 'invoice',
  id: 'in_9',
  number: 'INV-0001',
  open: money(260_000, 'usd'),
  dueDate: 1_797_465_600,
  ...overrides,
});

export const overview = (overrides: Partial<RequestOverview> = {}): RequestOverview => ({
  step: 'overview',
  kinds: ['links', 'invoices', 'refunds'],
  dealAmount: money(620_000, 'usd'),
  standing: standing(),
  syncedAtMs: 1_795_368_600_000,
  hasRefundable: true,
  requests: [],
  requestsProblem: null,
  areRequestsComplete: true,
  subscriptions: [],
  subscriptionsProblem: null,
  failing: [],
  ...overrides,
});

/** What the form of a request is filled with. */
export const basis = (overrides: Partial<RequestBasis> = {}): RequestBasis => ({
  step: 'basis',
  kinds: ['links', 'invoices', 'refunds'],
  currency: 'usd',
  dealAmount: money(620_000, 'usd'),
  standing: standing(),
  lines: [],
  total: null,
  recurring: [],
  refused: [],
  linesProblem: null,
  payees: [{ customerId: 'cus_1', contactId: '7', name: 'Ada Lovelace', email: 'ada@x.example' }],
  payeesProblem: null,
  ...overrides,
});

export const paymentRequest = (overrides: Partial<PaymentRequest> = {}): PaymentRequest => ({
  kind: 'link',
  id: 'plink_1',
  isRecurring: false,
  number: null,
  amount: money(470_000, 'usd'),
  open: money(470_000, 'usd'),
  status: 'open',
  url: 'https://buy.stripe.com/test_1',
  customer: null,
  created: 1_795_368_000,
  dueDate: null,
  ...{ subscription: null, isCharged: false },
  ...overrides,
});

export const requestPrepared = (overrides: Partial<RequestPrepared> = {}): RequestPrepared => ({
  step: 'prepared',
  digest: 'digest-1',
  confirmation: null,
  method: 'link',
  lines: [
    {
      label: 'Outstanding',
      quantity: 1,
      unit: money(470_000, 'usd'),
      total: money(470_000, 'usd'),
      discount: money(0, 'usd'),
    },
  ],
  total: money(470_000, 'usd'),
  cycle: null,
  recurring: [],
  dealAmount: money(620_000, 'usd'),
  standing: standing(),
  isPlusTax: false,
  tax: null,
  payee: null,
  daysUntilDue: null,
  memo: null,
  poNumber: null,
  delivery: 'copy',
  existing: null,
  ...overrides,
});

export const REFUND_TEXT = 'REFUND 5.00 USD 7F3K9Q';

type RefundPreview = Extract<BillingPrepared['preview'], { readonly kind: 'refund' }>;

export const refundPrepared = (
  kept: RefundPreview['kept'],
  failedBefore: RefundPreview['failedBefore'] = [],
): BillingPrepared => ({
  step: 'prepared',
  digest: 'digest-2',
  confirmation: { text: REFUND_TEXT, validUntilMs: 1_795_369_800_000 },
  preview: {
    kind: 'refund',
    paymentId: 'ch_1',
    amount: money(500, 'usd'),
    before: {
      captured: money(2_000, 'usd'),
      refunded: money(0, 'usd'),
      pending: money(0, 'usd'),
      disputed: money(0, 'usd'),
      rest: money(2_000, 'usd'),
    },
    restAfter: money(1_500, 'usd'),
    kept,
    failedBefore,
    reason: null,
    customer: { name: 'Ada Lovelace', email: 'ada@x.example' },
  },
});

export const ok = <T extends object>(answer: T): T & { readonly ok: true } => ({
  ok: true,
  ...answer,
});

export const plain = (text: string): string =>
  text.replaceAll('\u00a0', ' ').replaceAll(/[\u2068\u2069]/g, '');

export interface ActionsOptions {
  /** What the record holds. */
  readonly saved?: SavedProperties;
  readonly requests?: readonly unknown[];
  /** What the form of a request is filled with, each time it is opened. */
  readonly form?: Partial<RequestBasis>;
  readonly changes?: readonly unknown[];
  readonly reads?: readonly unknown[];
  readonly syncs?: readonly unknown[];
  readonly objectTypeId?: string;
  readonly language?: string;
  /** Of the user, as HubSpot names them. */
  readonly permissions?: readonly string[];
  /** Who reads. */
  readonly user?: { readonly id: number; readonly firstName: string; readonly lastName: string };
}

/** The card that acts, on deal 1, rendered by HubSpot's testing kit. */
export function openActions({
  saved: savedAtFirst = {},
  requests = [],
  form = {},
  changes = [],
  reads = [],
  syncs = [],
  objectTypeId = '0-3',
  language = 'en',
  permissions = [],
  user = { id: 7, firstName: 'Rita', lastName: 'Reader' },
}: ActionsOptions) {
  const renderer = createRenderer('crm.record.tab');
  const { context, useCrmProperties } = renderer.mocks;
  const saved = valueStore(savedAtFirst);
  useCrmProperties.willCall(() => ({
    properties: { ...saved.use() },
    error: null,
    isLoading: false,
    isRefetching: false,
    refetch: () => Promise.resolve(),
  }));
  const locale = language === 'it' ? 'it-it' : 'en-us';
  Object.assign(context.user, { locale, language, permissions, ...user });
  Object.assign(context.crm, { objectTypeId, objectId: 1 });
  Object.assign(context.portal, { id: 42, timezone: 'Europe/Rome' });
  Object.assign(context, { extension: { appId: 77, appName: 'Stripe payments' } });
  const extension = openExtension(renderer, ACTIONS_CARD, {
    'request-payment': requests,
    'request-payment/basis': Array.from({ length: 5 }, () => ok(basis(form))),
    'manage-billing': changes,
    'get-payments': reads,
    'sync-payments': syncs,
  });
  const button = (testId: string) =>
    renderer.maybeFind(Button, { testId }) ?? renderer.maybeFind(LoadingButton, { testId });
  return Object.assign(extension, renderer, {
    button,
    /** HubSpot tells new property values, after an edit or a write. */
    setSaved: async (next: SavedProperties) => {
      saved.set(next);
      await effects();
    },
    /** What a panel says, with plain spaces and without marks of direction. */
    panel: (testId: string): string =>
      plain(textsIn(renderer.findByTestId(Panel, testId)).join('\n')),
    asked: (uid: string) => parametersOf(extension, uid),
    click: async (testId: string) => {
      const found = button(testId);
      if (found === null) throw new Error(`There is no button ${testId}.`);
      if (found.props.disabled === true) throw new Error(`The button ${testId} is disabled.`);
      fire(found, 'onClick', undefined);
      await effects();
    },
    open: async (testId: string) => {
      fire(renderer.findByTestId(Panel, testId), 'onOpen', undefined);
      await effects();
    },
    close: async (testId: string) => {
      fire(renderer.findByTestId(Panel, testId), 'onClose', undefined);
      await effects();
    },
    enter: async (testId: string, text: string) => {
      fire(renderer.findByTestId(Input, testId), 'onInput', text);
      await effects();
    },
    choose: async (testId: string, day: { year: number; month: number; date: number }) => {
      fire(renderer.findByTestId(DateInput, testId), 'onChange', day);
      await effects();
    },
    select: async (testId: string, value: string) => {
      fire(renderer.findByTestId(Select, testId), 'onChange', value);
      await effects();
    },
  });
}
