import type { SetupStep } from '../setup/setup-step.ts';
import type { Texts } from '../texts/english.ts';

const ACTIONS = ['create', 'restore', 'change'] as const;

/** How many properties there are to create, restore and put back: `28 to create, 1 to restore`. */
export const toDoText = (steps: readonly SetupStep[], { setup }: Texts): string =>
  ACTIONS.flatMap((action) => {
    const count = steps.filter((step) => step.action === action).length;
    return count === 0 ? [] : [setup.properties.toDo[action](count)];
  }).join(', ');
