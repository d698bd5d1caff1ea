import type { AccountFacts, AccountRow, AccountSituation } from '../entities/account.ts';
import {
  accountChangeSchema,
  type AccountChange,
  type ParsedAccountChange,
  type RequirementsChange,
} from './account-change.ts';
import { situationOf } from './situations.ts';

/** The one account of the sandbox. */
export interface AccountState {
  readonly row: AccountRow;
  /** Whether a restricted key sees what its permissions allow, or never the details. */
  readonly restrictedKeys: ParsedAccountChange['restricted_keys'];
  /** Throws a ZodError for a change that is none. */
  change(change: AccountChange): void;
}

export interface AccountOrigin extends Pick<AccountFacts, 'id' | 'country' | 'created'> {
  readonly settlementCurrencies: readonly [string, ...string[]];
  readonly nowSeconds: () => number;
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
    change(change) {
      parsed = accountChangeSchema.parse(change);
      row = rowOf(origin, parsed);
    },
  };
}
