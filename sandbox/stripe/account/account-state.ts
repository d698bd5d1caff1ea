import type Stripe from 'stripe';
import { z } from 'zod';
import type {
  AccountFacts,
  AccountRow,
  AccountSituation,
  PayoutSchedule,
} from '../entities/account.ts';
import { situationOf, SITUATIONS } from './situations.ts';

const DISABLED_REASONS = [
  'action_required.requested_capabilities',
  'listed',
  'other',
  'platform_paused',
  'rejected.fraud',
  'rejected.incomplete_verification',
  'rejected.listed',
  'rejected.other',
  'rejected.platform_fraud',
  'rejected.platform_other',
  'rejected.platform_terms_of_service',
  'rejected.terms_of_service',
  'requirements.past_due',
  'requirements.pending_verification',
  'under_review',
] as const satisfies readonly Stripe.Account.Requirements.DisabledReason[];

/** Some of the hundred codes that the types of `stripe` 23.1.0 list. */
const ERROR_CODES = [
  'external_request',
  'information_missing',
  'invalid_address_city_state_postal_code',
  'invalid_dob_age_under_18',
  'invalid_tax_id_format',
  'invalid_tos_acceptance',
  'invalid_url_website_inaccessible',
  'invalid_url_website_incomplete_refund_policy',
  'invalid_value_other',
  'unsupported_business_type',
  'verification_document_expired',
  'verification_document_failed_other',
  'verification_document_name_mismatch',
  'verification_document_not_readable',
  'verification_failed_keyed_identity',
  'verification_failed_other',
  'verification_failed_tax_id_match',
  'verification_missing_owners',
  'verification_supportability',
] as const satisfies readonly Stripe.Account.Requirements.Error.Code[];

/** `company.tax_id`, `external_account`, `person_1Nv0FGQ9RKHgCVdK.verification.document`. */
const requirement = z.string().regex(/^[a-z]\w*(?:\.[a-z]\w*)*$/);
const requirementList = z.array(requirement).optional();

/** Stripe's own fields; what is left out is empty. Times are seconds, as Stripe's are. */
const requirementsSchema = z.strictObject({
  alternatives: z
    .array(
      z.strictObject({
        alternative_fields_due: z.array(requirement),
        original_fields_due: z.array(requirement),
      }),
    )
    .optional(),
  current_deadline: z.int().positive().nullable().optional(),
  currently_due: requirementList,
  disabled_reason: z.enum(DISABLED_REASONS).nullable().optional(),
  errors: z
    .array(z.strictObject({ code: z.enum(ERROR_CODES), reason: z.string().min(1), requirement }))
    .optional(),
  eventually_due: requirementList,
  past_due: requirementList,
  pending_verification: requirementList,
});
type RequirementsChange = z.output<typeof requirementsSchema>;

const currency = z.string().regex(/^[a-z]{3}$/);

/** A situation, and what is different from it. Each change starts anew: nothing of the last stays. */
export const accountChangeSchema = z.strictObject({
  situation: z.enum(SITUATIONS).default('ready'),
  charges_enabled: z.boolean().optional(),
  payouts_enabled: z.boolean().optional(),
  details_submitted: z.boolean().optional(),
  business_type: z.enum(['company', 'government_entity', 'individual', 'non_profit']).optional(),
  business_name: z.string().nullable().optional(),
  /** Beside those of the situation. */
  capabilities: z
    .record(z.string().regex(/^[a-z][a-z0-9_]*$/), z.enum(['active', 'inactive', 'pending']))
    .optional(),
  requirements: requirementsSchema.optional(),
  future_requirements: requirementsSchema.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** The first is the default currency. */
  settlement_currencies: z.tuple([currency], currency).optional(),
  payout_schedule: z.enum(['daily', 'manual', 'weekly']).optional(),
  restricted_keys: z.enum(['by-permission', 'without-details']).default('by-permission'),
  /** Without saved settings there is no portal. */
  customer_portal: z.enum(['saved', 'not-saved']).default('saved'),
});

type ParsedAccountChange = z.output<typeof accountChangeSchema>;
export type AccountChange = z.input<typeof accountChangeSchema>;

/** The one account of the sandbox. */
export interface AccountState {
  readonly row: AccountRow;
  /** Whether a restricted key sees what its permissions allow, or never the details. */
  readonly restrictedKeys: ParsedAccountChange['restricted_keys'];
  readonly isPortalSaved: boolean;
  /** Throws a ZodError for a change that is none. */
  change(change: AccountChange): void;
}

interface AccountOrigin extends Pick<AccountFacts, 'id' | 'country' | 'created'> {
  readonly settlementCurrencies: readonly [string, ...string[]];
  readonly nowSeconds: () => number;
  readonly payoutSchedule: PayoutSchedule;
}

const requirementsOf = (
  change: RequirementsChange | undefined,
  before: AccountSituation['requirements'],
): AccountSituation['requirements'] =>
  change === undefined
    ? before
    : {
        alternatives: change.alternatives ?? [],
        current_deadline: change.current_deadline ?? null,
        currently_due: change.currently_due ?? [],
        disabled_reason: change.disabled_reason ?? null,
        errors: change.errors ?? [],
        eventually_due: change.eventually_due ?? change.currently_due ?? [],
        past_due: change.past_due ?? [],
        pending_verification: change.pending_verification ?? [],
      };

function rowOf(origin: AccountOrigin, change: ParsedAccountChange): AccountRow {
  const situation = situationOf(change.situation, origin.nowSeconds());
  const settlementCurrencies = change.settlement_currencies ?? origin.settlementCurrencies;
  return {
    id: origin.id,
    created: origin.created,
    country: change.country ?? origin.country,
    defaultCurrency: settlementCurrencies[0],
    settlementCurrencies,
    payoutSchedule: change.payout_schedule ?? origin.payoutSchedule,
    chargesEnabled: change.charges_enabled ?? situation.chargesEnabled,
    payoutsEnabled: change.payouts_enabled ?? situation.payoutsEnabled,
    detailsSubmitted: change.details_submitted ?? situation.detailsSubmitted,
    businessType: change.business_type ?? situation.businessType,
    businessName:
      change.business_name === undefined ? situation.businessName : change.business_name,
    capabilities: { ...situation.capabilities, ...change.capabilities },
    requirements: requirementsOf(change.requirements, situation.requirements),
    futureRequirements: requirementsOf(change.future_requirements, situation.futureRequirements),
  };
}

export function createAccountState(origin: AccountOrigin, initial: AccountChange): AccountState {
  let parsed = accountChangeSchema.parse(initial);
  let row = rowOf(origin, parsed);
  return {
    get row() {
      return row;
    },
    get restrictedKeys() {
      return parsed.restricted_keys;
    },
    get isPortalSaved() {
      return parsed.customer_portal === 'saved';
    },
    change(change) {
      parsed = accountChangeSchema.parse(change);
      row = rowOf(origin, parsed);
    },
  };
}
