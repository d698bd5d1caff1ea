import type { AccountPart } from '../drawers.ts';
import { CONFIRMATION_PROPERTY, PROPERTY_GROUP } from '@stripe-payments/core';
import type { ObjectTypeName, PropertyDefinition } from '../hubspot/model/entities.ts';
import type { HubSpotStore } from '../hubspot/store/hubspot-store.ts';
import {
  scopePart,
  stripeParts,
  type HeldKey,
  type SideAction,
  type SidePart,
} from './account-side-parts.ts';
import { paymentRecordPart } from './payment-record-part.ts';
import { contractOf, enterStripeIds, provisionProperties, SEEDED_TYPES } from './seed-crm.ts';
import type { World } from './world.ts';

const RENAMED = { objectType: 'deals', name: 'stripe_net_amount', label: 'Net (ask Kim)' } as const;
const ARCHIVED = { objectType: 'deals', name: 'stripe_fee_rate' } as const;
const TAKEN = { objectType: 'contacts', name: 'stripe_mode', group: 'other_app' } as const;
const EXTENDED = { objectType: 'companies', name: 'stripe_match', value: 'by_hand' } as const;

/** No values stay behind: a property of the same name starts empty. */
function removeProperty(store: HubSpotStore, objectType: ObjectTypeName, name: string): void {
  if (store.properties(objectType).find(name)?.archived === false) {
    for (const { id } of store.listObjects(objectType)) {
      if (store.valueOf(objectType, id, name) === null) continue;
      store.updateObject(objectType, id, { [name]: '' });
    }
  }
  store.properties(objectType).forget(name);
}

function removeAll(store: HubSpotStore): void {
  for (const objectType of SEEDED_TYPES) {
    // The amounts name the property of their currency, so that goes last.
    removeProperty(store, objectType, CONFIRMATION_PROPERTY);
    for (const { name } of contractOf(objectType).toReversed())
      removeProperty(store, objectType, name);
    if (store.groups(objectType).find(PROPERTY_GROUP.name) !== undefined) {
      store.removeGroup(objectType, PROPERTY_GROUP.name);
    }
  }
}

function takeName(store: HubSpotStore): void {
  const { objectType, name, group } = TAKEN;
  removeProperty(store, objectType, name);
  if (store.groups(objectType).find(group) === undefined) {
    store.createGroup(objectType, { name: group, label: 'Another app' });
  }
  const label = 'Mode of the other app';
  store.createProperty(objectType, {
    ...{ name, label, groupName: group },
    ...{ type: 'string', fieldType: 'text' },
  });
}

function addOption(store: HubSpotStore): void {
  const { objectType, name, value } = EXTENDED;
  const { options } = store.properties(objectType).require(name);
  if (options.some((option) => option.value === value)) return;
  const option = { value, label: 'By hand', displayOrder: options.length, hidden: false };
  store.updateProperty(objectType, name, { options: [...options, option] });
}

type Contract = ReturnType<typeof contractOf>;

function differenceOf(
  found: PropertyDefinition | undefined,
  contract: Contract[number],
): string | null {
  if (found === undefined) return 'missing';
  if (found.archived) return 'archived';
  if (found.groupName !== PROPERTY_GROUP.name) return `in the group ${found.groupName}`;
  if (found.label !== contract.label) return `called “${found.label}”`;
  if (found.options.length !== contract.options.length) return 'with other options';
  return null;
}

function differences(store: HubSpotStore): readonly string[] {
  return SEEDED_TYPES.flatMap((objectType) =>
    contractOf(objectType).flatMap((contract) => {
      const { name } = contract;
      const difference = differenceOf(store.properties(objectType).find(name), contract);
      return difference === null ? [] : [`${objectType}: ${name} is ${difference}`];
    }),
  );
}

const MAX_REPORTED = 6;

function describe(store: HubSpotStore): string {
  const found = differences(store);
  if (found.length === 0) return 'All there, as setup makes them';
  const all = SEEDED_TYPES.flatMap(contractOf).length;
  if (found.length === all && found.every((text) => text.endsWith('missing'))) return 'None there';
  const reported = found.slice(0, MAX_REPORTED).join('; ');
  const more = found.length - MAX_REPORTED;
  return more > 0 ? `${reported}; and ${String(more)} more` : reported;
}

/** The app's properties in HubSpot. `onProvisioned` is called when they have been made anew. */
function propertyPart(store: HubSpotStore, onProvisioned: () => void): SidePart {
  const never = (): boolean => false;
  return {
    id: 'hubspot-properties',
    title: 'HubSpot properties of the app',
    state: () => describe(store),
    actions: [
      {
        id: 'all',
        label: 'All there, as setup makes them',
        isCurrent: () => differences(store).length === 0,
        act: () => {
          provisionProperties(store);
          onProvisioned();
        },
      },
      {
        id: 'none',
        label: 'A fresh account: none was ever there',
        isCurrent: () => describe(store) === 'None there',
        act: () => {
          removeAll(store);
        },
      },
      {
        id: 'rename',
        label: 'Change the label of a deal’s net amount',
        isCurrent: never,
        act: () => {
          const { objectType, name, label } = RENAMED;
          store.updateProperty(objectType, name, { label });
        },
      },
      {
        id: 'archive',
        label: 'Archive a deal’s fee rate',
        isCurrent: never,
        act: () => {
          store.properties(ARCHIVED.objectType).archive(ARCHIVED.name);
        },
      },
      {
        id: 'take-name',
        label: 'Another app has a contact property of the same name',
        isCurrent: never,
        act: () => {
          takeName(store);
        },
      },
      {
        id: 'add-option',
        label: 'Add an option to a company’s match',
        isCurrent: never,
        act: () => {
          addOption(store);
        },
      },
    ],
  };
}

/** What an admin of the two accounts can do, in the built-in ones. */
export interface AccountSide {
  parts(): readonly AccountPart[];
  /** Answers with what happened. Throws for what there is not, and for what cannot be done now. */
  act(partId: string, actionId: string): Promise<string>;
}

const shownAction = ({ id, label, isCurrent }: SideAction): AccountPart['actions'][number] => ({
  id,
  label,
  isCurrent: isCurrent(),
});

const shownPart = ({ id, title, state, actions }: SidePart): AccountPart => ({
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

/** @param actions parts of what the app does at Stripe; none where an account is real. */
export function createAccountSide(
  world: World,
  heldKey: HeldKey,
  builtIn: BuiltIn,
  actions: readonly SidePart[] = [],
): AccountSide {
  const { store, tokens } = world.hubspot;
  const onProvisioned = (): void => {
    if (builtIn.stripe) enterStripeIds(store, world);
  };
  const parts: readonly SidePart[] = [
    ...(builtIn.stripe ? stripeParts(world.stripe.account, heldKey) : []),
    ...(builtIn.hubspot
      ? [scopePart(tokens), propertyPart(store, onProvisioned), paymentRecordPart(world.hubspot)]
      : []),
    ...(builtIn.stripe && builtIn.hubspot ? actions : []),
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
