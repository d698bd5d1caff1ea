import type { ObjectProperties, SetupTexts } from '@stripe-payments/core';
import { brief, knownText, propertyLabel } from '@stripe-payments/core';

/** Somebody's name in a sentence. */
const MAX_OF_NAME = 80;

/** A property of the contract's name that somebody else made. */
export interface ForeignLine {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly isUsable: boolean;
}

export const foreignLines = (
  objects: readonly ObjectProperties[],
  texts: SetupTexts,
): readonly ForeignLine[] =>
  objects.flatMap(({ objectType, states }) =>
    states.flatMap((state) => {
      if (state.status !== 'foreign') return [];
      const words = texts.setup.properties;
      const { name, groupName, isUsable } = state;
      const group = brief(groupName, MAX_OF_NAME);
      return [
        {
          key: `${objectType}/${name}`,
          title: `${knownText(words.objectTypes, objectType)}: ${propertyLabel(name, texts)} (${name})`,
          text: isUsable ? words.foreignUsable(group) : words.foreignUnusable(group),
          isUsable,
        },
      ];
    }),
  );
