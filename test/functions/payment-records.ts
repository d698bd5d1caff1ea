import type { ObjectType, PaymentRecordKind } from '@stripe-payments/core';
import {
  HUBSPOT_PAYMENT_SCOPES,
  PAYMENT_TYPES,
  paymentObjectDefinition,
  REQUIRED_SCOPES,
  RUN_LOG_SCOPES,
} from '@stripe-payments/core';
import { provisionHubSpotPayments } from '../../sandbox/world/seed-crm.ts';
import { SANDBOX_HUBSPOT_TOKEN } from '../../sandbox/world/world.ts';
import type { FunctionsWorld } from './harness.ts';

const PLURALS = { deal: 'deals', contact: 'contacts', company: 'companies' } as const;

/** The payment records of a world's account. */
export function paymentRecordsIn(
  world: () => FunctionsWorld,
  kind: PaymentRecordKind = 'custom-object',
) {
  const hubspot = () => world().world.hubspot;
  const typeId = () => {
    const found = hubspot().store.resolveType(PAYMENT_TYPES[kind]);
    if (found === undefined) throw new Error('There is no object of payment records.');
    return found;
  };
  const own = REQUIRED_SCOPES.map(({ name }) => name);
  const needed = kind === 'custom-object' ? RUN_LOG_SCOPES : HUBSPOT_PAYMENT_SCOPES;
  const all = () => {
    const { store } = hubspot();
    return store.listObjects(typeId()).map(({ id }) => ({
      id,
      value: (name: string): string | null => store.valueOf(typeId(), id, name),
      /** Every value that the property has had, newest first. */
      history: (name: string): readonly string[] =>
        (store.records.find(typeId(), id)?.history.get(name) ?? []).map(({ value }) => value),
      tiedTo: (type: ObjectType) =>
        store.associatedWith(typeId(), id, PLURALS[type]).map((each) => each.id),
    }));
  };
  return {
    /** Makes the object through HubSpot's API, which checks the definition; of payments only the properties. */
    async turnOn(): Promise<void> {
      hubspot().tokens.grant(undefined, [...own, ...needed]);
      if (kind === 'hubspot-payments') {
        hubspot().behavior.change({ paymentCreation: 'accepted' });
        provisionHubSpotPayments(hubspot().store);
        return;
      }
      const base = world().environment['HUBSPOT_API_BASE_URL'] ?? '';
      const answer = await fetch(`${base}/crm-object-schemas/2026-03/schemas`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${SANDBOX_HUBSPOT_TOKEN}`,
        },
        body: JSON.stringify(paymentObjectDefinition('en')),
      });
      if (answer.status !== 201) throw new Error(await answer.text());
    },
    withoutScopes: () => {
      hubspot().tokens.grant(undefined, own);
    },
    associate: (chargeId: string, deal: string): void => {
      const [record] = all().filter(({ value }) => value('stripe_charge_id') === chargeId);
      if (record === undefined) throw new Error('The payment has no record.');
      hubspot().store.associate('deals', deal, typeId(), record.id);
    },
    /** As a person deletes them in HubSpot. */
    deleteAll: (): void => {
      for (const { id } of all()) hubspot().store.records.archive(typeId(), id);
    },
    withScopes: () => {
      hubspot().tokens.grant(undefined, [...own, ...needed]);
    },
    typeId,
    all,
    of: (chargeId: string) => all().filter(({ value }) => value('stripe_charge_id') === chargeId),
  };
}
