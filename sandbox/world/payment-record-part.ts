import type { PaymentRecordKind } from '@stripe-payments/core';
import {
  PAYMENT_KEY,
  PAYMENT_READ_AT,
  HUBSPOT_PAYMENT_SCOPES,
  RUN_LOG_SCOPES,
} from '@stripe-payments/core';
import type { HubSpotSandbox } from '../hubspot/index.ts';
import type { SidePart } from './account-side-parts.ts';
import {
  areInPayments,
  paymentObjectIn,
  provisionHubSpotPayments,
  provisionPaymentRecords,
} from './seed-crm.ts';

const PAYMENTS = 'commerce_payments';

/** Payment records, in either place. The page shows them where they were there when the page was loaded. */
export function paymentRecordPart({ store, tokens, behavior }: HubSpotSandbox): SidePart {
  const kind = (): PaymentRecordKind | null => {
    if (areInPayments(store)) return 'hubspot-payments';
    return paymentObjectIn(store) === undefined ? null : 'custom-object';
  };
  const ownPayments = () =>
    store
      .listObjects(PAYMENTS)
      .filter(({ id }) => store.valueOf(PAYMENTS, id, PAYMENT_KEY) !== null);
  const grant = (scopes: readonly string[]): void => {
    const granted = tokens.list().find(({ isApp }) => isApp)?.scopes ?? [];
    tokens.grant(undefined, [...new Set([...granted, ...scopes])]);
  };
  const leavePayments = (): void => {
    if (areInPayments(store)) store.properties(PAYMENTS).archive(PAYMENT_READ_AT);
  };
  return {
    id: 'payment-records',
    title: 'Payment records',
    state: () => {
      const object = paymentObjectIn(store);
      switch (kind()) {
        case 'hubspot-payments':
          return `On, in HubSpot Payments, records: ${String(ownPayments().length)}`;
        case 'custom-object':
          return `On, records: ${String(object === undefined ? 0 : store.listObjects(object.typeId).length)}`;
        case null:
          return 'Off';
      }
    },
    actions: [
      {
        id: 'on',
        label: 'On, with the scopes of custom objects (reload the page)',
        isCurrent: () => kind() === 'custom-object',
        act: () => {
          grant(RUN_LOG_SCOPES);
          leavePayments();
          provisionPaymentRecords(store);
        },
      },
      {
        id: 'on-payments',
        label: "On, in HubSpot's own Payments, with their scopes (reload the page)",
        isCurrent: () => kind() === 'hubspot-payments',
        act: () => {
          grant(HUBSPOT_PAYMENT_SCOPES);
          behavior.change({ paymentCreation: 'accepted' });
          provisionHubSpotPayments(store);
        },
      },
      {
        id: 'off',
        label: 'Off: the records of this app are deleted (reload the page)',
        isCurrent: () => kind() === null,
        act: () => {
          leavePayments();
          for (const { id } of ownPayments()) store.records.archive(PAYMENTS, id);
          const object = paymentObjectIn(store);
          if (object === undefined) return;
          for (const { id } of store.listObjects(object.typeId)) {
            store.records.archive(object.typeId, id);
          }
          store.customObjects.archive(object.typeId);
          store.customObjects.purge(object.typeId);
        },
      },
    ],
  };
}
