import type { ObjectType, PropertyDefinition } from '@stripe-payments/core';
import {
  CONFIRMATION_PROPERTY,
  confirmationPropertyIn,
  PAYMENT_OBJECT,
  PAYMENT_READ_AT,
  paymentObjectDefinition,
  paymentPropertyInputs,
  propertiesIn,
  PROPERTY_GROUP,
  propertyInput,
} from '@stripe-payments/core';
import type { SandboxClock } from '../http/clock.ts';
import type { HubSpotSandbox } from '../hubspot/index.ts';
import type { ObjectTypeName } from '../hubspot/model/entities.ts';
import { customObjectSchema } from '../hubspot/routes/custom-objects.ts';
import type { HubSpotStore } from '../hubspot/store/hubspot-store.ts';
import { tellHostileStories } from '../seed/hostile-stories.ts';
import type { SeededDeal, SeededRecord } from '../seed/index.ts';
import { SEEDED_LINES } from '../seed/line-items.ts';
import { createStage } from '../seed/stage.ts';
import type { StripeSandbox } from '../stripe/index.ts';

/** What people have entered on a record of a story: its customers and its payments at Stripe. */
interface StripeIds {
  readonly stripe_customer_id: string;
  readonly stripe_payment_ids: string;
}

const stripeIdsOfDeal = (deal: SeededDeal): StripeIds => ({
  stripe_customer_id: deal.stripeCustomerId,
  stripe_payment_ids: deal.stripePaymentIds,
});

const stripeIdsOfRecord = (record: SeededRecord): StripeIds => ({
  stripe_customer_id: record.linkedCustomerIds.join(','),
  stripe_payment_ids: record.assignedIds.join(','),
});

interface Stories {
  readonly deals: readonly SeededDeal[];
  readonly records: readonly SeededRecord[];
}

/** Enters the ids again where they are empty. */
export function enterStripeIds(store: HubSpotStore, { deals, records }: Stories): void {
  const enter = (objectType: ObjectTypeName, id: string, ids: StripeIds): void => {
    const missing = Object.entries(ids).filter(
      ([name, value]) => value !== '' && store.valueOf(objectType, id, name) === null,
    );
    if (missing.length > 0) store.updateObject(objectType, id, Object.fromEntries(missing));
  };
  for (const deal of deals) enter('deals', deal.dealId, stripeIdsOfDeal(deal));
  for (const record of records) enter(record.objectType, record.id, stripeIdsOfRecord(record));
}

function splitName(name: string): { firstname: string; lastname: string } {
  const [firstname = '', ...rest] = name.split(' ');
  return { firstname, lastname: rest.join(' ') };
}

function seedContact(store: HubSpotStore, { contactName, contactEmail, dealId }: SeededDeal): void {
  if (contactName === '') return;
  const email = contactEmail.toLowerCase();
  const known = store
    .listObjects('contacts')
    .find(({ id }) => store.valueOf('contacts', id, 'email') === email);
  const contact =
    known ?? store.createObject('contacts', { ...splitName(contactName), email: contactEmail });
  store.associate('deals', dealId, 'contacts', contact.id);
}

function seedCompany(store: HubSpotStore, { companyName, dealId }: SeededDeal): void {
  if (companyName === '') return;
  const known = store
    .listObjects('companies')
    .find(({ id }) => store.valueOf('companies', id, 'name') === companyName);
  const company = known ?? store.createObject('companies', { name: companyName });
  store.associate('deals', dealId, 'companies', company.id);
}

/** The deals of the stories, each with its contact and company; with the ids of their payments, if so wished. */
export function seedCrm(
  store: HubSpotStore,
  deals: readonly SeededDeal[],
  withStripeIds: boolean,
): void {
  for (const deal of deals) {
    store.createObject(
      'deals',
      {
        dealname: deal.name,
        amount: deal.amount,
        deal_currency_code: deal.currencyCode,
        dealstage: deal.stage,
        ...(withStripeIds ? stripeIdsOfDeal(deal) : {}),
      },
      deal.dealId,
    );
    seedContact(store, deal);
    seedCompany(store, deal);
  }
}

/** The line items of the deals, in the order in which they stand there. */
export function seedLineItems(store: HubSpotStore): void {
  for (const [index, { id, dealId, properties }] of SEEDED_LINES.entries()) {
    const currency = store.valueOf('deals', dealId, 'deal_currency_code') ?? '';
    store.createObject(
      'line_items',
      {
        ...properties,
        hs_line_item_currency_code: currency,
        hs_position_on_quote: String(index),
      },
      id,
    );
    store.associate('deals', dealId, 'line_items', id);
  }
}

/** The records of the stories with their associations; with the ids of Stripe, if so wished. */
export function seedRecords(
  store: HubSpotStore,
  records: readonly SeededRecord[],
  withStripeIds: boolean,
): void {
  for (const record of records) {
    const { objectType, id, properties } = record;
    const stripeIds = withStripeIds ? stripeIdsOfRecord(record) : {};
    store.createObject(objectType, { ...properties, ...stripeIds }, id);
    for (const other of record.associated) {
      store.associate(objectType, id, other.objectType, other.id);
    }
  }
}

export const SEEDED_TYPES: readonly ObjectTypeName[] = ['deals', 'contacts', 'companies'];

const SINGULAR: Partial<Record<ObjectTypeName, ObjectType>> = {
  deals: 'deal',
  contacts: 'contact',
  companies: 'company',
};

/** The app's properties on one kind of record. */
export const contractOf = (objectType: ObjectTypeName): readonly PropertyDefinition[] =>
  propertiesIn('en', SINGULAR[objectType]);

/** Leaves the app's properties as its setup does, from the one list of the contract, whatever was there. */
export function provisionProperties(store: HubSpotStore): void {
  for (const objectType of SEEDED_TYPES) {
    const groups = store.groups(objectType);
    if (groups.find(PROPERTY_GROUP.name) === undefined) groups.create(PROPERTY_GROUP);
    const contract = contractOf(objectType);
    for (const { name } of contract) store.properties(objectType).forget(name);
    for (const definition of contract) {
      store.createProperty(objectType, propertyInput(definition));
    }
  }
}

/** The property in which users confirm actions, as setup makes it where they are on. */
export function provisionConfirmation(store: HubSpotStore): void {
  for (const objectType of ['deals', 'contacts'] as const) {
    if (store.properties(objectType).find(CONFIRMATION_PROPERTY) !== undefined) continue;
    store.createProperty(objectType, propertyInput(confirmationPropertyIn('en')));
  }
}

export const paymentObjectIn = ({ customObjects }: HubSpotStore) =>
  customObjects.find(`p_${PAYMENT_OBJECT}`);

/** Leaves the object of payment records as setup makes it; without records where it was not there. */
export function provisionPaymentRecords(store: HubSpotStore): void {
  if (paymentObjectIn(store) !== undefined) return;
  store.customObjects.create(customObjectSchema.parse(paymentObjectDefinition('en')));
}

const PAYMENTS = 'commerce_payments';

/** True where payment records are kept in HubSpot's Payments. */
export const areInPayments = (store: HubSpotStore): boolean =>
  store.properties(PAYMENTS).find(PAYMENT_READ_AT)?.archived === false;

/** Leaves HubSpot's Payments as setup does, which keeps payment records there. */
export function provisionHubSpotPayments(store: HubSpotStore): void {
  if (store.groups(PAYMENTS).find(PROPERTY_GROUP.name) === undefined) {
    store.createGroup(PAYMENTS, PROPERTY_GROUP);
  }
  // An amount names the property of its currency, which has to be there.
  const inputs = paymentPropertyInputs('en', 'hubspot-payments');
  const ofCurrency = inputs.filter((input) => input.currencyPropertyName !== undefined);
  for (const input of new Set([
    ...inputs.filter((each) => !ofCurrency.includes(each)),
    ...ofCurrency,
  ])) {
    if (store.properties(PAYMENTS).find(input.name)?.archived !== false) {
      store.createProperty(PAYMENTS, { ...input });
    }
  }
}

interface StandIns {
  readonly stripe: StripeSandbox;
  readonly hubspot: HubSpotSandbox;
}

/** Adds the records whose texts are hostile; the demo goes without them. */
export function seedHostileRecords({ stripe, hubspot }: StandIns, clock: SandboxClock): void {
  const records = tellHostileStories(createStage(stripe.world, clock));
  stripe.world.catchUp();
  seedRecords(hubspot.store, records, true);
  hubspot.store.records.letSearchKnow();
}
