import {
  scopePart,
  stripeParts,
  type HeldKey,
  type SideAction,
  type SidePart,
} from './account-side-parts.ts';
import { propertyPart } from './account-side-properties.ts';
import { enterStripeIds } from './seed-crm.ts';
import type { World } from './world.ts';

interface ShownAction {
  readonly id: string;
  readonly label: string;
  readonly isCurrent: boolean;
}

/** One decision as it stands. */
export interface ShownPart {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly actions: readonly ShownAction[];
}

/** What an admin of the two accounts can do, in the built-in ones. */
export interface AccountSide {
  parts(): readonly ShownPart[];
  /** Answers with what happened. Throws for what there is not, and for what cannot be done now. */
  act(partId: string, actionId: string): Promise<string>;
}

const shownAction = ({ id, label, isCurrent }: SideAction): ShownAction => ({
  id,
  label,
  isCurrent: isCurrent(),
});

const shownPart = ({ id, title, state, actions }: SidePart): ShownPart => ({
  id,
  title,
  state: state(),
  actions: actions.map(shownAction),
});

interface BuiltIn {
  /** False where the real one is used: nothing can be done there from here. */
  readonly stripe: boolean;
  readonly hubspot: boolean;
}

export function createAccountSide(world: World, heldKey: HeldKey, builtIn: BuiltIn): AccountSide {
  const { store, tokens } = world.hubspot;
  const onProvisioned = (): void => {
    if (builtIn.stripe) enterStripeIds(store, world);
  };
  const parts: readonly SidePart[] = [
    ...(builtIn.stripe ? stripeParts(world.stripe.account, heldKey) : []),
    ...(builtIn.hubspot ? [scopePart(tokens), propertyPart(store, onProvisioned)] : []),
  ];
  return {
    parts: () => parts.map(shownPart),
    act: async (partId, actionId) => {
      const part = parts.find(({ id }) => id === partId);
      const action = part?.actions.find(({ id }) => id === actionId);
      if (part === undefined || action === undefined) {
        throw new RangeError(`The account side has nothing like ${partId}/${actionId}.`);
      }
      await action.act();
      return `${part.title}: ${part.state()}`;
    },
  };
}
