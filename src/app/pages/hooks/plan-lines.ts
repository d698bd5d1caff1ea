import type {
  ObjectProperties,
  PropertyState,
  SetupStep,
  SetupStepId,
  Texts,
} from '@stripe-payments/core';
import { differenceLines, setupStepId, setupSteps } from '@stripe-payments/core';

/** A step as a person reads it before it is done. */
export interface PlanLine {
  readonly id: SetupStepId;
  readonly records: string;
  readonly property: string;
  readonly name: string;
  readonly action: string;
  readonly details: readonly string[];
}

function planLine(step: SetupStep, texts: Texts): PlanLine {
  const words = texts.setup.properties;
  const { objectType, name, action, differences } = step;
  return {
    id: setupStepId(step),
    records: words.objectTypes[objectType],
    property: texts.properties[name].label,
    name,
    action: action === 'restore' ? words.restoreNote : words.actions[action],
    details: differences.flatMap((difference) => differenceLines(difference, texts)),
  };
}

/** Everything that the setup would do, in the order in which it does it. */
export const planLines = (
  objects: readonly ObjectProperties[],
  texts: Texts,
): readonly PlanLine[] =>
  objects.flatMap(({ objectType, states }) =>
    setupSteps(objectType, states).map((step) => planLine(step, texts)),
  );

/** A kind of record and how its properties stand. */
export interface ObjectLine {
  readonly records: string;
  readonly text: string;
  readonly isComplete: boolean;
}

const countOf = (states: readonly PropertyState[], status: PropertyState['status']): number =>
  states.filter((state) => state.status === status).length;

export function objectLine({ objectType, states }: ObjectProperties, texts: Texts): ObjectLine {
  const words = texts.setup.properties;
  const [missing, archived, different] = (['missing', 'archived', 'different'] as const).map(
    (status) => countOf(states, status),
  );
  const isComplete = states.every(({ status }) => status === 'present' || status === 'foreign');
  return {
    records: words.objectTypes[objectType],
    isComplete,
    text: isComplete
      ? words.allPresent(states.length)
      : words.summary(missing ?? 0, archived ?? 0, different ?? 0),
  };
}

/** A property of the contract's name that somebody else made. */
export interface ForeignLine {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly isUsable: boolean;
}

export const foreignLines = (
  objects: readonly ObjectProperties[],
  texts: Texts,
): readonly ForeignLine[] =>
  objects.flatMap(({ objectType, states }) =>
    states.flatMap((state) => {
      if (state.status !== 'foreign') return [];
      const words = texts.setup.properties;
      const { name, groupName, isUsable } = state;
      return [
        {
          key: `${objectType}/${name}`,
          title: `${words.objectTypes[objectType]}: ${texts.properties[name].label} (${name})`,
          text: isUsable ? words.foreignUsable(groupName) : words.foreignUnusable(groupName),
          isUsable,
        },
      ];
    }),
  );
