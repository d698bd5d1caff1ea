import type { SetupPropertyName } from '../properties/confirmation-property.ts';
import type { ObjectType } from '../record/object-type.ts';
import type { PropertyDifference, PropertyState, SetupStepId } from '../contract/setup.ts';

/** Something that the setup does to one property. Only what a person has seen is done. */
export interface SetupStep {
  readonly objectType: ObjectType;
  readonly name: SetupPropertyName;
  /** A restored property shows its records' values again. */
  readonly action: 'create' | 'restore' | 'change';
  /** What the step restores. */
  readonly differences: readonly PropertyDifference[];
}

export const setupStepId = ({
  objectType,
  name,
  action,
}: Pick<SetupStep, 'objectType' | 'name' | 'action'>): SetupStepId =>
  `${objectType}/${name}/${action}`;

function stepOf(objectType: ObjectType, state: PropertyState): readonly SetupStep[] {
  const { name } = state;
  switch (state.status) {
    case 'missing':
      return [{ objectType, name, action: 'create', differences: [] }];
    case 'archived':
      return [{ objectType, name, action: 'restore', differences: state.differences }];
    case 'different':
      return [{ objectType, name, action: 'change', differences: state.differences }];
    case 'present':
    case 'foreign':
      return [];
    default:
      // Of a function that is newer than this build, which knows no step for it.
      return [];
  }
}

/** What the setup would do, in the contract's order: an amount comes after its currency. */
export const setupSteps = (
  objectType: ObjectType,
  states: readonly PropertyState[],
): readonly SetupStep[] => states.flatMap((state) => stepOf(objectType, state));
