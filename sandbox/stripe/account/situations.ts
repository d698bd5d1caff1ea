import type { AccountSituation, Requirements } from '../entities/account.ts';

const NO_REQUIREMENTS: Requirements = {
  alternatives: [],
  current_deadline: null,
  currently_due: [],
  disabled_reason: null,
  errors: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
};

const READY: AccountSituation = {
  chargesEnabled: true,
  payoutsEnabled: true,
  detailsSubmitted: true,
  businessType: 'company',
  businessName: 'Northwind Supply',
  capabilities: { card_payments: 'active', transfers: 'active' },
  requirements: NO_REQUIREMENTS,
  futureRequirements: NO_REQUIREMENTS,
};

const OFF = { chargesEnabled: false, payoutsEnabled: false } as const;
const INACTIVE = { card_payments: 'inactive', transfers: 'inactive' } as const;
const DAY_SECONDS = 24 * 60 * 60;
const DUE_IN_SECONDS = 14 * DAY_SECONDS;

const due = (fields: readonly string[]): Partial<Requirements> => ({
  currently_due: [...fields],
  eventually_due: [...fields],
});

const overdue = (fields: readonly string[]): Partial<Requirements> => ({
  ...due(fields),
  past_due: [...fields],
  disabled_reason: 'requirements.past_due',
});

const requiring = (requirements: Partial<Requirements>): Requirements => ({
  ...NO_REQUIREMENTS,
  ...requirements,
});

const disabledBy = (reason: Requirements['disabled_reason']): Partial<AccountSituation> => ({
  ...OFF,
  capabilities: INACTIVE,
  requirements: requiring({ disabled_reason: reason }),
});

const DOCUMENT = 'representative.verification.document';

/** By situation, what is different from being ready. */
const DIFFERENCES: Readonly<Record<Situation, (nowSeconds: number) => Partial<AccountSituation>>> =
  {
    ready: () => ({}),
    'in-review': () => ({ requirements: requiring({ pending_verification: [DOCUMENT] }) }),
    'in-review-disabled': () => ({
      ...OFF,
      capabilities: { card_payments: 'pending', transfers: 'pending' },
      requirements: requiring({
        disabled_reason: 'requirements.pending_verification',
        pending_verification: ['company.tax_id', DOCUMENT],
      }),
    }),
    'due-soon': (nowSeconds) => ({
      requirements: requiring({
        ...due(['company.tax_id', DOCUMENT]),
        current_deadline: nowSeconds + DUE_IN_SECONDS,
        errors: [
          {
            code: 'verification_document_expired',
            reason: 'The identity document has expired. Upload one that is valid.',
            requirement: DOCUMENT,
          },
        ],
      }),
    }),
    'past-due': (nowSeconds) => ({
      ...OFF,
      capabilities: INACTIVE,
      requirements: requiring({
        ...overdue(['company.tax_id', 'external_account']),
        current_deadline: nowSeconds - DAY_SECONDS,
        errors: [
          {
            code: 'verification_failed_tax_id_match',
            reason: 'The tax id does not match the name of the company.',
            requirement: 'company.tax_id',
          },
        ],
      }),
    }),
    'payouts-off': () => ({
      payoutsEnabled: false,
      requirements: requiring(overdue(['external_account'])),
    }),
    'not-submitted': () => ({
      ...OFF,
      detailsSubmitted: false,
      capabilities: INACTIVE,
      requirements: requiring(
        overdue([
          'business_profile.mcc',
          'business_profile.url',
          'company.name',
          'external_account',
          'tos_acceptance.date',
          'tos_acceptance.ip',
        ]),
      ),
    }),
    'capabilities-pending': () => ({
      chargesEnabled: false,
      capabilities: { card_payments: 'pending', transfers: 'active' },
      requirements: requiring({ pending_verification: ['company.verification.document'] }),
    }),
    'capabilities-inactive': () => disabledBy('action_required.requested_capabilities'),
    'future-requirements': (nowSeconds) => ({
      futureRequirements: requiring({
        ...due(['company.tax_id', 'owners.verification.document']),
        current_deadline: nowSeconds + 90 * DAY_SECONDS,
      }),
    }),
    'platform-paused': () => disabledBy('platform_paused'),
    'under-review': () => disabledBy('under_review'),
    listed: () => disabledBy('listed'),
    rejected: () => disabledBy('rejected.fraud'),
  };

export const SITUATIONS = [
  /** Nothing is due. */
  'ready',
  /** Stripe checks something; payments go on. */
  'in-review',
  /** Stripe checks something before payments start. */
  'in-review-disabled',
  /** Something is due by a date; payments go on until then. */
  'due-soon',
  /** It was due: nothing goes on. */
  'past-due',
  /** Payments go on, payouts do not: the bank account is missing. */
  'payouts-off',
  /** The application was never sent. */
  'not-submitted',
  /** Taking cards is being set up. */
  'capabilities-pending',
  /** No capability was asked for that would let payments start. */
  'capabilities-inactive',
  /** Nothing is due now, something will be. */
  'future-requirements',
  'platform-paused',
  'under-review',
  'listed',
  'rejected',
] as const;
type Situation = (typeof SITUATIONS)[number];

export const situationOf = (situation: Situation, nowSeconds: number): AccountSituation => ({
  ...READY,
  ...DIFFERENCES[situation](nowSeconds),
});
