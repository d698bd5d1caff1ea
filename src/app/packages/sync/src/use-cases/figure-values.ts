import type { PropertyValues, RecordView } from '@stripe-payments/core';
import { propertyValues, valueTextsIn } from '@stripe-payments/core';
import type { Ports } from '../ports.ts';

export type FiguresOfView = Pick<
  RecordView,
  'objectType' | 'summary' | 'mode' | 'asOfMs' | 'movement'
>;

/**
 * The property values of a view, its days as the account counts them: in UTC only where the token may
 * not read the account.
 * @throws {SyncError} where the account could not be read: a date could be that of another day.
 */
export async function valuesOf(
  { accountLanguage, crm }: Ports,
  { objectType, summary, mode, asOfMs, movement }: FiguresOfView,
): Promise<PropertyValues> {
  const timeZone = (await crm.accountFacts())?.timeZone ?? 'UTC';
  const facts = {
    mode,
    asOfMs,
    timeZone,
    language: accountLanguage,
    ...(objectType === 'deal' ? {} : { movement }),
  };
  return propertyValues(summary, facts, valueTextsIn(accountLanguage));
}
