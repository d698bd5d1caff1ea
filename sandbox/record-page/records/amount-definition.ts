import type { PropertyDefinition } from '../api/wire.ts';

/** A deal's amount is in the deal's own currency. */
export const amountDefinition: PropertyDefinition = {
  name: 'amount',
  label: 'Amount',
  type: 'number',
  fieldType: 'number',
  groupName: 'dealinformation',
  options: [],
  showCurrencySymbol: true,
  readOnly: false,
};
