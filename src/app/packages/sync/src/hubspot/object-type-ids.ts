import type { ObjectType } from '@stripe-payments/core';

/** Object type ids, which every account shares. */
export const OBJECT_TYPE_IDS: Readonly<Record<ObjectType, string>> = {
  deal: '0-3',
  contact: '0-1',
  company: '0-2',
};
