import type { ObjectType } from '@stripe-payments/core';
import {
  PAYMENT_OBJECT,
  paymentObjectDefinition,
  REQUIRED_SCOPES,
  RUN_LOG_SCOPES,
} from '@stripe-payments/core';
import { SANDBOX_HUBSPOT_TOKEN } from '../../sandbox/world/world.ts';
import type { FunctionsWorld } from './harness.ts';

const PLURALS = { deal: 'deals', contact: 'contacts', company: 'companies' } as const;

/** The payment records of a world's account. */
export function paymentRecordsIn(world: () => FunctionsWorld) {
  const hubspot = () => world().world.hubspot;
  const typeId = () => hubspot().store.customObjects.require(`p_${PAYMENT_OBJECT}`).typeId;
  const own = REQUIRED_SCOPES.map(({ name }) => name);
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
    /** Makes the object through HubSpot's API, which checks the definition. */
    async turnOn(): Promise<void> {
      hubspot().tokens.grant(undefined, [...own, ...RUN_LOG_SCOPES]);
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
      hubspot().tokens.grant(undefined, [...own, ...RUN_LOG_SCOPES]);
    },
    typeId,
    all,
    of: (chargeId: string) => all().filter(({ value }) => value('stripe_charge_id') === chargeId),
  };
}
