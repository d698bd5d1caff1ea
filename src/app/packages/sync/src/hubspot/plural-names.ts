import type { ObjectType } from '@stripe-payments/core';

/** Object types as the paths of HubSpot's v3 properties name them. */
export const PLURAL_NAMES: Readonly<Record<ObjectType, string>> = {
  deal: 'deals',
  contact: 'contacts',
  company: 'companies',
};
