import type { HubSpotWorld } from './hubspot-world.ts';
import { openHubSpotWorld } from './hubspot-world.ts';

export const GROUP = 'stripe_payments';

export const option = (value: string, displayOrder: number) => ({
  label: value,
  value,
  displayOrder,
  hidden: false,
});

export const CURRENCY = {
  name: 'stripe_currency',
  label: 'Currency',
  type: 'enumeration',
  fieldType: 'select',
  groupName: GROUP,
  options: [option('EUR', 0), option('USD', 1)],
} as const;

export const AMOUNT = {
  name: 'stripe_amount_paid',
  label: 'Amount paid',
  type: 'number',
  fieldType: 'number',
  groupName: GROUP,
  showCurrencySymbol: true,
  currencyPropertyName: CURRENCY.name,
} as const;

export const textProperty = (name: string) => ({
  name,
  label: `Text ${name}`,
  type: 'string',
  fieldType: 'text',
  groupName: GROUP,
});

export interface PropertyWorld extends HubSpotWorld {
  /** Names of the custom properties of deals, archived or not. */
  readonly names: (archived: boolean) => readonly string[];
}

/** A world whose deals have the group and nothing in it. */
export async function openPropertyWorld(): Promise<PropertyWorld> {
  const world = await openHubSpotWorld();
  world.store.createGroup('deals', { name: GROUP, label: 'Stripe payments' });
  const names = (archived: boolean): readonly string[] =>
    world.store
      .properties('deals')
      .list(archived)
      .filter((definition) => !definition.hubspotDefined)
      .map(({ name }) => name);
  return { ...world, names };
}
