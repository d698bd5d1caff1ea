import type { PropertyState, SetupStepId } from '@stripe-payments/core';
import { OBJECT_TYPES, propertyStates, setupStepId, setupSteps } from '@stripe-payments/core';
import { someAccount } from '../../../builders/existing-property.ts';
import type { Restores } from '../../../builders/hubspot-schema.ts';
import { fc } from '../../../builders/laws.ts';
import type { Accounts, SchemaBehavior } from './fake-schema.ts';

/** A run is some twenty calls over some eighty properties. */
export const FEW = { numRuns: 40 };

export const someAccounts: fc.Arbitrary<Accounts> = fc.record({
  deal: someAccount,
  contact: someAccount,
  company: someAccount,
});

export const someBehavior: fc.Arbitrary<SchemaBehavior> = fc.record({
  restores: fc.constantFrom<Restores>('posted', 'kept'),
  batch: fc.constantFrom('each-input' as const, 'all-or-nothing' as const),
});

/** Everything that the setup would do, as a person sees it beforehand. */
export const planOf = (accounts: Accounts): readonly SetupStepId[] =>
  OBJECT_TYPES.flatMap((objectType) =>
    setupSteps(objectType, propertyStates(accounts[objectType], 'en', objectType)).map(setupStepId),
  );

export const statesOf = (accounts: Accounts): readonly PropertyState[] =>
  OBJECT_TYPES.flatMap((objectType) => propertyStates(accounts[objectType], 'en', objectType));
