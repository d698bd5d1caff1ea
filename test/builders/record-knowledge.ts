import type { RecordKnowledge } from '@stripe-payments/core';

/** Deal 1, with the customer `cus_1` linked and nothing assigned. */
export function dealKnowledge(overrides: Partial<RecordKnowledge> = {}): RecordKnowledge {
  return {
    objectType: 'deal',
    recordId: '1',
    linkedCustomerIds: new Set(['cus_1']),
    assignedPaymentIds: new Set(),
    ...overrides,
  };
}
