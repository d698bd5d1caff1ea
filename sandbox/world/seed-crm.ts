import type { HubSpotStore } from '../hubspot/store/hubspot-store.ts';
import type { SeededDeal } from '../seed/index.ts';
import { stripeIdsOfDeal } from './stripe-ids.ts';

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
