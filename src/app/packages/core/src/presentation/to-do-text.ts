import type { SetupStep } from '../setup/setup-step.ts';
import type { SetupTexts } from '../texts/setup-texts.ts';

const ACTIONS = ['create', 'restore', 'change'] as const;

/** How many properties there are to create, restore and put back: `28 to create, 1 to restore`. */
export const toDoText = (steps: readonly SetupStep[], { setup }: SetupTexts): string =>
  ACTIONS.flatMap((action) => {
    const count = steps.filter((step) => step.action === action).length;
    return count === 0 ? [] : [setup.properties.toDo[action](count)];
  }).join(', ');
